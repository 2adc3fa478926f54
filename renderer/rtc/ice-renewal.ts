// Owns giving a running connection new credentials for its relays before the old ones end, so that a restart, ours or one that we
// answer, finds a relay. Nothing is negotiated: they count from the next gathering on.
import { createScope } from '../lib/scope'
import type { Clock } from '../platform/clock'
import { toRtcIceServers, type IceServers } from './peer-ice-servers'

type Configurable = Pick<RTCPeerConnection, 'connectionState' | 'getConfiguration' | 'setConfiguration'>

/** Returns its end. Does nothing while the server's list has no credentials that end. */
export function renewIceServers(pc: Configurable, source: IceServers, clock: Clock): () => void {
  const scope = createScope()
  const plan = (): void => {
    const afterMs = source.renewAfterMs()
    if (afterMs !== null) scope.add(clock.after(afterMs, () => void renew()))
  }
  const renew = async (): Promise<void> => {
    const servers = toRtcIceServers(await source.current())
    if (scope.ended || pc.connectionState === 'closed') return
    // The whole configuration, since setConfiguration takes a missing bundlePolicy for a change of it.
    pc.setConfiguration({ ...pc.getConfiguration(), iceServers: servers })
    plan()
  }
  plan()
  return () => scope.end()
}
