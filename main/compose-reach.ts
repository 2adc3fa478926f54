// Owns putting together where one can be reached: the server in the app, the address that is advertised, and hearing of the
// network and of the machine's sleep.
import { networkInterfaces } from 'node:os'
import type { SettingsKeeper } from './documents/settings-keeper'
import type { StoredDocument } from './documents/stored-document'
import type { Tell } from './ipc'
import type { Log } from './log/log'
import { rememberAdvertised, type Advertised } from './reach/advertised-document'
import { choosePort } from './reach/choose-port'
import { ProcessServer } from './reach/embedded-server'
import { isPortFree } from './reach/free-port'
import { ReachController } from './reach/reach-controller'
import { launchServerProcess } from './reach/server-process'
import type { ReachableOrigins } from './session/reachable-origins'
import { watchNetwork } from './system/network-watch'
import { after, every } from './system/timers'
import { hearResume } from './system/wakes'

export type ReachParts = {
  readonly settings: SettingsKeeper
  readonly advertised: StoredDocument<Advertised>
  readonly origins: ReachableOrigins
  readonly tell: Tell
  /** The server's own program, and the page that it serves. */
  readonly serverFile: string
  readonly pageFolder: string
  readonly log: Log
}

export function composeReach(parts: ReachParts): ReachController {
  const { settings, advertised, origins, tell, serverFile, pageFolder, log } = parts
  const server = new ProcessServer({
    launch: () => launchServerProcess(serverFile, log.named('server')),
    after,
    pageFolder,
    crashed: () => reach.serverCrashed(),
    log: log.named('server'),
  })
  const reach = new ReachController({
    settings,
    server,
    advertised: rememberAdvertised(advertised),
    choosePort: (except) => choosePort({ random: Math.random, isFree: isPortFree, except }),
    readAddresses: networkInterfaces,
    after,
    homeMoved: (base) => origins.setHome(base),
    changed: (changed) => tell('reach.changed', changed),
    log: log.named('reach'),
  })
  return reach
}

export function watchSystem(reach: ReachController, tell: Tell): void {
  hearResume(() => tell('system.woke', { why: 'resume' }))
  watchNetwork({
    readAddresses: networkInterfaces,
    every,
    changed: () => {
      reach.networkChanged()
      tell('system.woke', { why: 'network' })
    },
  })
}
