// Owns which number each system shows on the app's icon, and as what. Pure.

export type Badge =
  | { readonly on: 'app'; readonly count: number }
  /** A picture over the task bar's button; null: none. Its files are drawn by build/icons/make-icons.mjs. */
  | { readonly on: 'button'; readonly file: string | null }

/** Two figures can't be read in 16 pixels. */
const MOST_DRAWN = 9

export function badgeFor(platform: string, missed: number): Badge {
  if (platform !== 'win32') return { on: 'app', count: missed }
  if (missed === 0) return { on: 'button', file: null }
  return { on: 'button', file: missed > MOST_DRAWN ? `${MOST_DRAWN}plus.png` : `${missed}.png` }
}
