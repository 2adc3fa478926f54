// Owns the session's request filter. What may pass is request-rules.ts, which origins reachable-origins.ts.
import type { Session } from 'electron'
import type { Log } from '../log/log'
import { mayRequest, mayRequestInDev, type Reachable } from './request-rules'

export type RequestFilterOptions = {
  readonly reachable: Reachable
  readonly dev: boolean
  readonly devServer: string | null
  readonly log: Log
}

export function filterRequests(session: Session, options: RequestFilterOptions): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed =
      mayRequest(details, options.reachable) || (options.dev && mayRequestInDev(details, options.devServer))
    if (!allowed) options.log.info('request blocked', { type: details.resourceType })
    answer({ cancel: !allowed })
  })
}
