// Owns asking a server for ICE servers without waiting for it too long.
import type { IceServer } from '../../../shared/protocol/server-messages'
import type { Clock } from '../../platform/clock'
import type { Signalling } from '../../rtc/signalling'

/** Without an answer by then a call goes on with none: on one network it needs none. */
export const ICE_SERVERS_MS = 3_000

/** Null where the server is away, or said nothing in time. */
export async function freshIceServers(
  signalling: Signalling,
  clock: Clock,
  maxMs: number,
): Promise<readonly IceServer[] | null> {
  if (signalling.state().status !== 'open') return null
  let stop: () => void = () => undefined
  const late = new Promise<null>((resolve) => {
    stop = clock.after(maxMs, () => resolve(null))
  })
  const servers = await Promise.race([signalling.iceServers(), late])
  stop()
  return servers
}
