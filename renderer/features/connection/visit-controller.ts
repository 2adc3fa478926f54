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
  /** Ends the visit to that server; harmless for home, for another server, and twice. */
  closeVisit(server: BaseUrl): void
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
}

export function createVisitController(options: VisitControllerOptions): VisitController {
  const { desktop, ids, openSignalling, log } = options
  let visit: Visit | null = null

  function isHome(server: BaseUrl): boolean {
    const { home } = options.reach()
    if (home.status !== 'ready') return false
    return [home.dial, home.advertised].some((name) => {
      const base = normaliseBaseUrl(name)
      return base.ok && base.value === server
    })
  }

  async function open(server: BaseUrl, via: BaseUrl | null): Promise<Result<Signalling>> {
    const id = options.identity()
    if (id === null) return fail('identity-missing')
    const allowed = await desktop.call('visit.open', { server, via })
    if (!allowed.ok) return allowed
    return ok(openSignalling({ server, peerId: visitPeerId(id, ids.hex(8)) }))
  }

  function close({ server, opened }: Visit): void {
    visit = null
    log.info('visit closed')
    void opened.then((result) => {
      if (!result.ok) return
      result.value.close()
      // Unless it was opened again meanwhile: main counts servers, not visits.
      if (visit?.server !== server) void desktop.call('visit.close', { server })
    })
  }

  return {
    async openVisit(server, via) {
      const home = isHome(server) ? options.home() : null
      if (home) return ok(home)
      if (visit && visit.server !== server) close(visit)
      const mine = (visit ??= { server, opened: open(server, via) })
      const result = await mine.opened
      if (!result.ok && visit === mine) visit = null
      log.info('visit', result.ok ? { opened: true } : { opened: false, code: result.code })
      return result
    },
    closeVisit(server) {
      if (visit?.server === server) close(visit)
    },
    end() {
      if (visit) close(visit)
    },
  }
}
