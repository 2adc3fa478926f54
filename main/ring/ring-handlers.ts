// Owns answering the commands of ringing: the page's, and those of the ring window's page.
import type { CommandName } from '../../shared/ipc/contract'
import type { Status } from '../../shared/model/status'
import type { Verb } from '../../shared/model/verbs'
import { ok } from '../../shared/result'
import type { Handlers } from '../ipc-dispatch'
import type { RingController } from './ring-controller'
import type { RingWindow } from './ring-window-kind'

export type RingHandlers = Pick<Handlers, `${'rings' | 'ringwindow' | 'status'}.${string}` & CommandName>

export type RingHandlerParts = {
  readonly ring: RingController
  readonly window: RingWindow
  readonly doVerb: (verb: Verb) => void
  readonly tellStatus: (status: Status) => void
  readonly heard: (peak: number) => void
  readonly toneFailed: () => void
}

const DONE = ok(undefined)

export function createRingHandlers({
  ring,
  window,
  doVerb,
  tellStatus,
  heard,
  toneFailed,
}: RingHandlerParts): RingHandlers {
  const done =
    <T>(act: (input: T) => void) =>
    (input: T) => {
      act(input)
      return DONE
    }
  return {
    'rings.tell': done((rings) => ring.tell(rings)),
    'rings.takeLost': () => ok([...ring.takeLost()]),
    'rings.silence': done(({ callId }) => ring.silence(callId)),
    'status.tell': done(tellStatus),
    'ringwindow.read': () => ok(window.read()),
    'ringwindow.press': done(doVerb),
    'ringwindow.heard': done(({ peak }) => heard(peak)),
    'ringwindow.toneFailed': done(toneFailed),
    'ringwindow.fit': done(({ heightPx }) => window.fit(heightPx)),
  }
}
