// Owns what updating needs of whoever loads and installs: electron-updater, or a fake of it.

export type UpdaterNews =
  | { readonly is: 'none' }
  /** Not loaded by itself. */
  | { readonly is: 'found'; readonly version: string; readonly notes: unknown }
  | { readonly is: 'progress'; readonly part: number }
  /** Loaded, and what its maker said it is. */
  | { readonly is: 'loaded' }
  | { readonly is: 'failed'; readonly error: unknown }

export interface Updater {
  check(): void
  load(): void
  /** As the app ends: puts what was loaded in place, and has it started again where asked, in whichever version is there. */
  install(startAgain: boolean): Installed
}

/** `ends-by-itself`: the system's own installer ends the app. */
export type Installed = 'done' | 'failed' | 'ends-by-itself'

export type CreateUpdater = (hear: (news: UpdaterNews) => void) => Promise<Updater>
