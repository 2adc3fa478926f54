// Owns letting go of a call's server: after its last message has left, and without waiting for a server that says nothing.
import type { Clock } from '../../platform/clock'
import type { CourierLine } from '../../rtc/courier-line'
import type { ServerUse } from './session-context'

/** How long a visit stays for the messages that end its call. */
const RELEASE_MS = 3_000

/** `use` is asked for at the end: a call may get its server late. */
export async function releaseServer(
  line: CourierLine,
  clock: Clock,
  use: () => ServerUse | null,
): Promise<void> {
  const patience = new Promise<void>((resolve) => clock.after(RELEASE_MS, resolve))
  await Promise.race([line.settled(), patience])
  use()?.release()
}
