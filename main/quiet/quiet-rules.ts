// Owns where each desktop keeps its own do-not-disturb, and what the answer means. Pure.

export type QuietAnswer = 'quiet' | 'not-quiet' | 'unknown'

export interface QuietSetting {
  readonly schema: string
  readonly key: string
  readonly quietWhen: boolean
}
export type QuietSource =
  | { readonly by: 'gsettings'; readonly setting: QuietSetting }
  /** A property of its notification service. */
  | { readonly by: 'inhibited' }
  | { readonly by: 'nothing' }

const GNOME: QuietSetting = {
  schema: 'org.gnome.desktop.notifications',
  key: 'show-banners',
  quietWhen: false,
}
/** By the names in XDG_CURRENT_DESKTOP, in lower case. */
const SETTING_OF: ReadonlyMap<string, QuietSetting> = new Map([
  ['gnome', GNOME],
  ['gnome-classic', GNOME],
  ['unity', GNOME],
  ['pop', GNOME],
  [
    'x-cinnamon',
    { schema: 'org.cinnamon.desktop.notifications', key: 'display-notifications', quietWhen: false },
  ],
  ['mate', { schema: 'org.mate.NotificationDaemon', key: 'do-not-disturb', quietWhen: true }],
  ['pantheon', { schema: 'io.elementary.notifications', key: 'do-not-disturb', quietWhen: true }],
])

/**
 * Windows tells its focus assist, and macOS its focus, to no program that didn't ask for a permission of their stores; what
 * others read there are undocumented files. Both hold our notification back themselves.
 */
export function quietSource(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): QuietSource {
  if (platform !== 'linux') return { by: 'nothing' }
  for (const name of (env['XDG_CURRENT_DESKTOP'] ?? '').split(':')) {
    const setting = SETTING_OF.get(name.toLowerCase())
    if (setting) return { by: 'gsettings', setting }
  }
  // KDE has it, and so have others by now; who doesn't says so.
  return { by: 'inhibited' }
}

export function answerOfSetting(output: string | null, { quietWhen }: QuietSetting): QuietAnswer {
  const value = output?.trim()
  if (value !== 'true' && value !== 'false') return 'unknown'
  return (value === 'true') === quietWhen ? 'quiet' : 'not-quiet'
}

export function answerOfProperty(inhibited: unknown): QuietAnswer {
  if (typeof inhibited !== 'boolean') return 'unknown'
  return inhibited ? 'quiet' : 'not-quiet'
}
