// Owns introducing texts to the calls: in which call they can be sent, and what its other side writes.
import type { CallController } from '../features/calls/call-control'
import { activeCall } from '../features/calls/call-selectors'
import type { CallsState } from '../features/calls/calls-store'
import { createTextsController } from '../features/texts/texts-controller'
import type { TextsCommands } from '../features/texts/texts-store'
import { systemClock } from '../platform/clock'
import { consoleLog } from '../platform/log'
import type { Parts } from './compose'

/** `calls` is null while there is no identity, and nobody writes without a call. */
export function wireTexts({ stores }: Parts, calls: () => CallController | null): TextsCommands {
  const texts = createTextsController({
    ...{ store: stores.texts, clock: systemClock, log: consoleLog('texts') },
    say: (callId, content) => calls()?.say(callId, content) ?? null,
  })

  let heard: CallController | null = null
  /** There are calls only once there is an identity. */
  function hear(): void {
    const now = calls()
    if (!now || now === heard) return
    heard = now
    now.onSaid(({ callId, message }) => {
      if (message.t === 'text' || message.t === 'text-received') texts.hear(callId, message)
    })
  }

  function follow(state: CallsState): void {
    const call = activeCall(state)
    hear()
    texts.follow(
      call && { callId: call.callId, person: call.person.id },
      state.calls.map(({ callId }) => callId),
    )
  }

  stores.calls.subscribe(follow)
  return texts.commands
}
