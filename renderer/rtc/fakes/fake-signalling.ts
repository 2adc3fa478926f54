// Owns a client's side of a fake server: the Signalling that the call layer gets in tests.
import type { FailureCode } from '../../../shared/failure'
import type { Envelope } from '../../../shared/protocol/server-messages'
import { createEmitter } from '../../lib/emitter'
import type { ParkedOffer, Signalling, SignallingState } from '../signalling'
import type { ServerSide } from './fake-server'

/** What the server sees of a client. */
export interface FakeClient {
  readonly peerId: string
  isOpen(): boolean
  receive(from: string, envelope: Envelope): void
  park(offer: ParkedOffer): void
  serverChanged(): void
  supersede(): void
}

export function createFakeSignalling(
  server: ServerSide,
  peerId: string,
): { readonly client: FakeClient; readonly signalling: Signalling } {
  const { clock } = server
  const states = createEmitter<SignallingState>()
  const envelopes = createEmitter<{ readonly from: string; readonly envelope: Envelope }>()
  const offers = createEmitter<ParkedOffer>()
  let state: SignallingState = { status: 'connecting' }

  function become(next: SignallingState): void {
    if (state.status === 'closed') return
    state = next
    states.emit(next)
  }
  const waiting = (): SignallingState => ({
    status: 'waiting',
    code: 'server-unreachable',
    sinceMs: clock.now(),
    waitMs: 1_000,
  })
  function dial(): void {
    become({ status: 'connecting' })
    clock.after(2 * server.latencyMs, () => {
      if (state.status === 'connecting') become(server.isUp() ? { status: 'open' } : waiting())
    })
  }
  dial()

  const client: FakeClient = {
    peerId,
    isOpen: () => state.status === 'open',
    receive: (from, envelope) => envelopes.emit({ from, envelope }),
    park: (offer) => offers.emit(offer),
    serverChanged() {
      if (state.status === 'stopped' || state.status === 'closed') return
      if (server.isUp()) dial()
      else become(waiting())
    },
    supersede: () => become({ status: 'stopped', code: 'superseded' }),
  }

  const signalling: Signalling = {
    server: server.url,
    kind: server.kind,
    peerId,
    guestPage: server.kind === 'own',
    state: () => state,
    onState: (listener) => states.on(listener),
    retry: dial,
    close() {
      become({ status: 'closed' })
      server.leave(client)
    },
    ready: (timeoutMs) =>
      new Promise<FailureCode | null>((resolve) => {
        const settle = () => {
          if (state.status === 'connecting') return
          stop()
          unsubscribe()
          resolve(codeOf(state))
        }
        const unsubscribe = states.on(settle)
        const stop = clock.after(timeoutMs, () => {
          unsubscribe()
          resolve('server-timeout')
        })
        settle()
      }),
    iceServers: () => Promise.resolve(server.iceServers()),
    send: (to, envelope) => server.send(client, to, envelope),
    onEnvelope: (listener) => envelopes.on(({ from, envelope }) => listener(from, envelope)),
    offer: (to, metadata, options) =>
      state.status === 'open' && server.isUp() ? server.offer(client, to, metadata, options) : null,
    onOffer: (listener) => offers.on(listener),
  }
  return { client, signalling }
}

function codeOf(state: SignallingState): FailureCode | null {
  switch (state.status) {
    case 'connecting':
    case 'open':
      return null
    case 'waiting':
    case 'stopped':
      return state.code
    case 'closed':
      return 'server-unreachable'
  }
}
