// Owns whether this program asks the system to be given `parley:` links, and by which command line. Pure.

export type Program = {
  readonly packaged: boolean
  /** In Flatpak or Snap, where the package itself says what it opens and the program can't. */
  readonly sandboxed: boolean
  readonly execPath: string
}

export type LinkHandler = { readonly path: string; readonly args: readonly string[] }

/**
 * Null: not this one. Never a checkout: the system would go on starting it in place of the installed app, also once it is
 * deleted. What a developer's own would need is Electron's path and the app's folder as first argument.
 */
export function linkHandlerOf({ packaged, sandboxed, execPath }: Program): LinkHandler | null {
  // Read on Windows only. Behind `--` a link with a quotation mark in it can't add a switch.
  return packaged && !sandboxed ? { path: execPath, args: ['--'] } : null
}
