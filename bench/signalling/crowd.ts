// Owns many clients at once: each signs in where the server wants that, opens its socket, and stays.
import { openOne, type One } from './pairs'
import type { MeasuredServer } from './servers'

/** So many sign in at the same time. */
const AT_ONCE = 32

/** `first`: which of all clients the first one is; each has an address of its own. */
export async function openCrowd(
  server: MeasuredServer,
  first: number,
  count: number,
): Promise<readonly One[]> {
  const opened: One[] = []
  let next = first
  const openSome = async (): Promise<void> => {
    while (next < first + count) {
      const n = next
      next += 1
      opened.push(await openOne(server, n))
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, openSome))
  return opened
}

export async function closeCrowd(crowd: readonly One[]): Promise<void> {
  for (const { socket } of crowd) socket.destroy()
  await Promise.all(crowd.map(({ socket }) => socket.closed))
}
