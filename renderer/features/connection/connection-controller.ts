// Owns the connection to the home server: there while identity and server are known, made anew when either changes.
// Leaves dialling, back-off and tickets to the Signalling, visits to visit-controller.ts.
import { normaliseBaseUrl, type BaseUrl } from '../../../shared/link/base-url'
import type { IdentityState } from '../../../shared/model/identity'
import type { Reach } from '../../../shared/model/reach'
import type { FailureCode } from '../../../shared/failure'
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
  return new Controller(options)
}

class Controller implements ConnectionController {
  private readonly options: ConnectionControllerOptions
  private readonly scope = createScope()
  private readonly homes = createEmitter<Signalling | null>()
  private id: string | null = null
  private open: Home | null = null
  /** Of the attempts since it was open last. */
  private failed: FailureCode | null = null

  constructor(options: ConnectionControllerOptions) {
    this.options = options
    const { desktop, log } = options
    this.scope.add(
      followDocument({
        read: () => desktop.call('reach.read'),
        changes: (listener) => desktop.on('reach.changed', listener),
        onDocument: (reach) => this.onReach(reach),
        onFailure: (code) => log.error('reach not read', { code }),
      }),
    )
    this.scope.add(desktop.on('system.woke', () => this.onWoke()))
  }

  setIdentity(identity: IdentityState): void {
    this.id = identity.status === 'ready' ? identity.id : null
    this.follow()
  }

  home(): Signalling | null {
    return this.open?.signalling ?? null
  }

  onHome(listener: (home: Signalling | null) => void): () => void {
    return this.homes.on(listener)
  }

  retryHome(): void {
    this.open?.signalling.retry()
  }

  end(): void {
    this.scope.end()
    this.follow()
  }

  private onReach(reach: Reach): void {
    this.options.store.setState({ reach })
    this.follow()
  }

  /** A socket may have died in its sleep. What was superseded or refused stays so: only the user takes a place back. */
  private onWoke(): void {
    const home = this.home()
    if (home && home.state().status !== 'stopped') home.retry()
  }

  /** Makes what is open follow what is known. */
  private follow(): void {
    const { reach } = this.options.store.getState()
    const dial = dialOf(reach)
    const peerId = this.scope.ended ? null : this.id
    const target = peerId === null || dial === null ? null : { peerId, dial }
    const before = this.open
    if (staysOpen(before, target) || (before?.peerId === peerId && isStarting(reach))) return this.show()
    before?.scope.end()
    before?.signalling.close()
    this.failed = null
    this.open = target && this.dial(target)
    this.show()
    this.homes.emit(this.home())
  }

  private dial(target: { readonly peerId: string; readonly dial: BaseUrl }): Home {
    const signalling = this.options.openSignalling({ server: target.dial, peerId: target.peerId })
    const scope = createScope()
    scope.add(signalling.onState(() => this.show()))
    return { ...target, signalling, scope }
  }

  private show(): void {
    const { store } = this.options
    const { reach } = store.getState()
    const signalling = this.home()
    const serverKind = signalling?.kind ?? 'unknown'
    const advertised = reach.home.status === 'ready' ? reach.home.advertised : null
    const guestPage = signalling?.guestPage ?? false
    const home: HomeState = signalling ? homeState(signalling.state(), this.failed) : { status: 'off' }
    if (home.status !== 'connecting') this.failed = home.status === 'waiting' ? home.code : null
    store.setState({
      home,
      serverKind,
      ...linksFor({ id: this.id, advertised, serverKind, guestPage }),
    })
  }
}

type Target = Pick<Home, 'peerId' | 'dial'>

function staysOpen(before: Target | null, target: Target | null): boolean {
  return before?.peerId === target?.peerId && before?.dial === target?.dial
}

/** The server inside this app restarts: a running call's way to it stays, and finds it again by itself. */
function isStarting(reach: Reach): boolean {
  return reach.home.status === 'starting'
}

function dialOf(reach: Reach): BaseUrl | null {
  const dial = reach.home.status === 'ready' ? normaliseBaseUrl(reach.home.dial) : null
  return dial?.ok ? dial.value : null
}

function homeState(state: SignallingState, failed: FailureCode | null): HomeState {
  switch (state.status) {
    case 'connecting':
      return { status: 'connecting', failed }
    case 'open':
      return { status: 'open' }
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
