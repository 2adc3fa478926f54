// Owns the connection to the home server: there while identity and server are known, made anew when either changes.
// Leaves dialling, back-off and tickets to the Signalling, visits to visit-controller.ts.
import { normaliseBaseUrl, type BaseUrl } from '../../../shared/link/base-url'
import type { IdentityState } from '../../../shared/model/identity'
import type { Reach } from '../../../shared/model/reach'
import { assertNever } from '../../../shared/assert-never'
import { createEmitter } from '../../lib/emitter'
import { createScope, type Scope } from '../../lib/scope'
import type { Desktop } from '../../platform/desktop'
import { followDocument } from '../../platform/follow-document'
import type { Log } from '../../platform/log'
import type { Signalling, SignallingState } from '../../rtc/signalling'
import type { ConnectionCommands, ConnectionStore, HomeState } from './connection-store'
import { linksFor } from './links'

/** Opens a connection to one server under one PeerJS id. */
export type OpenSignalling = (target: { readonly server: BaseUrl; readonly peerId: string }) => Signalling

export interface ConnectionControllerOptions {
  readonly store: ConnectionStore
  readonly desktop: Desktop
  readonly openSignalling: OpenSignalling
  readonly log: Log
}

export interface ConnectionController extends ConnectionCommands {
  setIdentity(identity: IdentityState): void
  /** The connection to the home server, open or not; null while there is nothing to connect to. */
  home(): Signalling | null
  /** Told of each new one, and of null when it is gone. */
  onHome(listener: (home: Signalling | null) => void): () => void
  end(): void
}

interface Home {
  readonly peerId: string
  readonly dial: BaseUrl
  readonly signalling: Signalling
  readonly scope: Scope
}

export function createConnectionController(options: ConnectionControllerOptions): ConnectionController {
  const { store, desktop, openSignalling, log } = options
  const scope = createScope()
  const homes = createEmitter<Signalling | null>()
  let id: string | null = null
  let home: Home | null = null

  function show(): void {
    const { reach } = store.getState()
    const signalling = home?.signalling
    const serverKind = signalling?.kind ?? 'unknown'
    const advertised = reach.home.status === 'ready' ? reach.home.advertised : null
    store.setState({
      home: signalling ? homeState(signalling.state()) : { status: 'off' },
      serverKind,
      ...linksFor({ id, advertised, serverKind, guestPage: signalling?.guestPage ?? false }),
    })
  }

  function close(): void {
    if (!home) return
    home.scope.end()
    home.signalling.close()
    home = null
  }

  function open(peerId: string, dial: BaseUrl): void {
    const signalling = openSignalling({ server: dial, peerId })
    home = { peerId, dial, signalling, scope: createScope() }
    home.scope.add(
      signalling.onState((state) => {
        log.info('home', { status: state.status, ...('code' in state ? { code: state.code } : {}) })
        show()
      }),
    )
  }

  /** Makes what is open follow what is known. */
  function follow(): void {
    const dial = dialOf(store.getState().reach)
    if (home?.peerId === id && home?.dial === dial) return show()
    const had = home !== null
    close()
    if (id !== null && dial !== null && !scope.ended) open(id, dial)
    show()
    if (had || home) homes.emit(home?.signalling ?? null)
  }

  scope.add(
    followDocument({
      read: () => desktop.call('reach.read'),
      changes: (listener) => desktop.on('reach.changed', listener),
      onDocument: (reach) => {
        store.setState({ reach })
        follow()
      },
      onFailure: (code) => log.error('reach not read', { code }),
    }),
  )
  // After sleep a socket may be dead without knowing, and a back-off is no longer worth waiting for. What was
  // superseded or refused stays so: only the user takes a place back.
  scope.add(
    desktop.on('system.woke', () => {
      if (home && home.signalling.state().status !== 'stopped') home.signalling.retry()
    }),
  )
  scope.add(() => {
    id = null
    follow()
  })
  return {
    setIdentity(identity) {
      id = identity.status === 'ready' ? identity.id : null
      follow()
    },
    home: () => home?.signalling ?? null,
    onHome: (listener) => homes.on(listener),
    retryHome: () => home?.signalling.retry(),
    end: () => scope.end(),
  }
}

function dialOf(reach: Reach): BaseUrl | null {
  const dial = reach.home.status === 'ready' ? normaliseBaseUrl(reach.home.dial) : null
  return dial?.ok ? dial.value : null
}

function homeState(state: SignallingState): HomeState {
  switch (state.status) {
    case 'connecting':
    case 'open':
      return { status: state.status }
    case 'waiting':
      return { status: 'waiting', code: state.code, retryAtMs: state.sinceMs + state.waitMs }
    case 'stopped':
      return { status: 'stopped', code: state.code }
    case 'closed':
      return { status: 'off' }
    default:
      return assertNever(state)
  }
}
