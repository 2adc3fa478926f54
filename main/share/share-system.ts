// Owns which system we share on, told from what Node says of it. Pure. What each can do is share-abilities.ts.

export type ShareSystem =
  | { readonly is: 'macos'; readonly major: number }
  | { readonly is: 'windows'; readonly build: number; readonly isRemoteDesktop: boolean }
  | { readonly is: 'x11' }
  /** Wayland: only the desktop portal gives pictures, after its own dialogue. */
  | { readonly is: 'portal'; readonly asksTwice: boolean }

export type SystemFacts = {
  readonly platform: string
  /** As Electron's process.getSystemVersion() says it: `15.1` on macOS, `10.0.22631` on Windows. */
  readonly version: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether there is a `wayland-…` socket among this user's run-time files. */
  readonly hasWaylandSocket: boolean
}

export function shareSystemOf({ platform, version, env, hasWaylandSocket }: SystemFacts): ShareSystem {
  const numbers = version.split('.').map((part) => Number.parseInt(part, 10) || 0)
  if (platform === 'darwin') return { is: 'macos', major: numbers[0] ?? 0 }
  if (platform === 'win32') {
    return { is: 'windows', build: numbers[2] ?? 0, isRemoteDesktop: isRemoteDesktop(env) }
  }
  return isX11(env, hasWaylandSocket) ? { is: 'x11' } : { is: 'portal', asksTwice: asksTwice(env) }
}

/** Only a name that says otherwise: some ways to start an app leave it out, at the machine itself. */
function isRemoteDesktop({ SESSIONNAME: session }: SystemFacts['env']): boolean {
  return session !== undefined && session !== '' && session.toLowerCase() !== 'console'
}

/**
 * XDG_SESSION_TYPE alone won't do: Flatpak and Snap take it away. In doubt it is Wayland, where a look of ours would open
 * the system's dialogue before the person asked for it; the other mistake costs our picker, not a surprise.
 */
function isX11(env: SystemFacts['env'], hasWaylandSocket: boolean): boolean {
  const session = env['XDG_SESSION_TYPE']?.toLowerCase() ?? ''
  if (session.startsWith('wayland')) return false
  if (!env['DISPLAY']) return false
  if (session === 'x11') return true
  return !env['WAYLAND_DISPLAY'] && !hasWaylandSocket
}

/**
 * Desktops that show their dialogue a second time when the stream starts, because they don't restore the first answer.
 * https://github.com/electron/electron/issues/30652
 */
const ASK_TWICE: ReadonlySet<string> = new Set(['sway', 'niri', 'hyprland', 'labwc', 'wlroots'])

function asksTwice(env: SystemFacts['env']): boolean {
  const desktops = (env['XDG_CURRENT_DESKTOP'] ?? '').toLowerCase().split(':')
  return desktops.some((desktop) => ASK_TWICE.has(desktop))
}
