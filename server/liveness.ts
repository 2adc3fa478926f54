// Owns noticing sockets behind which nobody is left: a laptop that was shut, a network that went away without a word.
import type { NoticingSocket } from './noticing-socket'

/** Pings all, and drops who hasn't answered by the next time. Returns its end. */
export function watchLiveness(sockets: ReadonlySet<NoticingSocket>, everyMs: number): () => void {
  let waitedFor = new WeakSet<NoticingSocket>()
  const timer = setInterval(() => {
    const pinged = new WeakSet<NoticingSocket>()
    for (const socket of sockets) {
      if (waitedFor.has(socket)) socket.terminate()
      else if (socket.readyState === socket.OPEN) {
        pinged.add(socket)
        socket.once('pong', () => pinged.delete(socket))
        socket.ping()
      }
    }
    waitedFor = pinged
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
