// Owns what a D-Bus signal says about the lock of this person's screen. Pure.
// https://specifications.freedesktop.org/idle-inhibit-spec/ and org.freedesktop.login1(5).

export type BusSignal = {
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly body: readonly unknown[]
}

/** Each desktop's screen locker under its own name. */
const LOCKERS: ReadonlySet<string> = new Set([
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
  'org.xfce.ScreenSaver',
])
const LOGIN_SESSION = 'org.freedesktop.login1.Session'

export const LOCKER_RULES: readonly string[] = [...LOCKERS].map(
  (name) => `type='signal',interface='${name}',member='ActiveChanged'`,
)
/** Of our own session only: others may lock theirs. */
export const loginRules = (session: string): readonly string[] =>
  ['Lock', 'Unlock'].map(
    (member) => `type='signal',interface='${LOGIN_SESSION}',member='${member}',path='${session}'`,
  )

/** null: it says nothing about it. */
export function lockedAfter(signal: BusSignal, ownSession: string | null): boolean | null {
  if (LOCKERS.has(signal.interface) && signal.member === 'ActiveChanged') {
    const [active] = signal.body
    return typeof active === 'boolean' ? active : null
  }
  if (signal.interface !== LOGIN_SESSION || signal.path !== ownSession) return null
  if (signal.member === 'Lock') return true
  return signal.member === 'Unlock' ? false : null
}

/** A session's path as logind answers it; anything else may not stand in a rule. */
export const isSessionPath = (path: unknown): path is string =>
  typeof path === 'string' && /^\/org\/freedesktop\/login1\/session\/[A-Za-z0-9_]{1,128}$/.test(path)
