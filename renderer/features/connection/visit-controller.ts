// Owns the one visit: a second connection, to another server, for a call to somebody who lives there.
// Leaves whether that server may be dialled at all to main.
import { normaliseBaseUrl, type BaseUrl } from '../../../shared/link/base-url'
import type { Reach } from '../../../shared/model/reach'
import { visitPeerId } from '../../../shared/protocol/identity'
import { fail, ok, type Result } from '../../../shared/result'
import type { Ids } from '../../platform/clock'
import type { Desktop } from '../../platform/desktop'
import type { Log } from '../../platform/log'
import type { Signalling } from '../../rtc/signalling'
import type { OpenSignalling } from './connection-controller'

export interface VisitController {
  /**
   * The connection over which somebody on `server` is called: home where that is our own server under any of its two
   * names, else the visit. Another visit is closed for it.
   * `via`: base URL of the server that brought the link; null where the user did.
   * Errors: those of `visit.open`; identity-missing while we have none.
   */
  openVisit(server: BaseUrl, via: BaseUrl | null): Promise<Result<Signalling>>
  /** A visit to it is open, or being opened. */
  isVisited(server: BaseUrl): boolean
  /** Ends that visit, and no newer one to the same server; harmless for home and twice. */
  closeVisit(visit: Signalling): void
  end(): void
}

export interface VisitControllerOptions {
  readonly desktop: Desktop
  readonly ids: Ids
  readonly openSignalling: OpenSignalling
  /** Null while the identity isn't ready. */
  readonly identity: () => string | null
  readonly reach: () => Reach
  readonly home: () => Signalling | null
  readonly log: Log
}

interface Visit {
  readonly server: BaseUrl
  readonly opened: Promise<Result<Signalling>>
  /** Null until main has allowed it. */
  signalling: Signalling | null
}

export function createVisitController(options: VisitControllerOptions): VisitController {
  return new Controller(options)
}

class Controller implements VisitController {
  private readonly options: VisitControllerOptions
  private visit: Visit | null = null

  private readonly stopListening: () => void

  constructor(options: VisitControllerOptions) {
    this.options = options
    this.stopListening = options.desktop.on('system.woke', () => void this.onWoke())
  }

  async openVisit(server: BaseUrl, via: BaseUrl | null): Promise<Result<Signalling>> {
    const { reach, home, log } = this.options
    const mine = isNameOf(reach(), server) ? home() : null
    if (mine) return ok(mine)
    if (this.visit && this.visit.server !== server) this.close(this.visit)
    const visit = (this.visit ??= { server, opened: this.open(server, via), signalling: null })
    const result = await visit.opened
    if (result.ok) visit.signalling = result.value
    if (!result.ok && this.visit === visit) this.visit = null
    log.info('visit', result.ok ? { opened: true } : { opened: false, code: result.code })
    return result
  }

  isVisited(server: BaseUrl): boolean {
    return this.visit?.server === server
  }

  closeVisit(visit: Signalling): void {
    if (this.visit?.signalling === visit) this.close(this.visit)
  }

  end(): void {
    this.stopListening()
    if (this.visit) this.close(this.visit)
  }

  /** As for home: the socket may have died in its sleep. */
  private async onWoke(): Promise<void> {
    const visit = await this.visit?.opened
    if (visit?.ok && visit.value.state().status !== 'stopped') visit.value.retry()
  }

  private async open(server: BaseUrl, via: BaseUrl | null): Promise<Result<Signalling>> {
    const { identity, desktop, openSignalling, ids } = this.options
    const id = identity()
    if (id === null) return fail('identity-missing')
    const allowed = await desktop.call('visit.open', { server, via })
    if (!allowed.ok) return allowed
    return ok(openSignalling({ server, peerId: visitPeerId(id, ids.hex(8)) }))
  }

  private close({ server, opened }: Visit): void {
    this.visit = null
    void opened.then((result) => {
      if (!result.ok) return
      result.value.close()
      // Unless it was opened again meanwhile: main counts servers, not visits.
      if (this.visit?.server !== server) void this.options.desktop.call('visit.close', { server })
    })
  }
}

/** Our own server has two names: what we dial, and what our links say. */
function isNameOf({ home }: Reach, server: BaseUrl): boolean {
  if (home.status !== 'ready') return false
  return [home.dial, home.advertised].some((name) => {
    const base = normaliseBaseUrl(name)
    return base.ok && base.value === server
  })
}
