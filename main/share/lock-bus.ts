// Owns hearing of the lock over D-Bus on Linux, where Electron tells nothing, and only while something is shared. A bus that is
// absent or breaks means that nothing is heard.
import type { Log } from '../log/log'
import { openBus, type Bus, type BusOptions } from '../system/session-bus'
import { LOCKER_RULES, isSessionPath, lockedAfter, loginRules, type BusSignal } from './lock-rules'

export type BusWatch = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly heard: (locked: boolean) => void
  readonly log: Log
}

/** Until its undo. */
export function watchLockOnBus({ env, heard, log }: BusWatch): () => void {
  const buses: Bus[] = []
  const watch = { ended: false, last: false }

  function take(signal: BusSignal, session: string | null): void {
    const locked = lockedAfter(signal, session)
    if (locked === null || locked === watch.last) return
    watch.last = locked
    heard(locked)
  }

  async function join(kind: BusOptions['kind'], hear: BusOptions['heard']): Promise<Bus | null> {
    const bus = await openBus({ kind, env, heard: hear, lost: (why) => log.info('bus lost', { why }) })
    if (bus && watch.ended) bus.end()
    else if (bus) buses.push(bus)
    return bus
  }

  async function listen(bus: Bus, rules: readonly string[]): Promise<void> {
    for (const rule of rules) {
      const answer = await bus.listen(rule)
      if (answer.ok || watch.ended) continue
      return log.info('no word of the lock', { why: answer.code })
    }
  }

  async function watchLockers(): Promise<void> {
    const bus = await join('session', (signal) => take(signal, null))
    if (bus) await listen(bus, LOCKER_RULES)
  }

  async function watchLogin(): Promise<void> {
    let session: string | null = null
    const bus = await join('system', (signal) => take(signal, session))
    if (!bus) return
    session = await ownSession(bus)
    if (session !== null) await listen(bus, loginRules(session))
  }

  // Side by side: where one bus is broken the other may still tell.
  void watchLockers()
  void watchLogin()
  return () => {
    watch.ended = true
    for (const bus of buses) bus.end()
  }
}

async function ownSession(bus: Bus): Promise<string | null> {
  const answer = await bus.ask({
    destination: 'org.freedesktop.login1',
    path: '/org/freedesktop/login1',
    interface: 'org.freedesktop.login1.Manager',
    member: 'GetSessionByPID',
    signature: 'u',
    body: [process.pid],
  })
  const path = answer.ok ? answer.value.body[0] : null
  return isSessionPath(path) ? path : null
}
