// Owns noticing sockets behind which nobody is left: a laptop that was shut, a network that went away without a word.
import type { NoticingSocket } from './noticing-socket'

/** Pings all, and drops who hasn't answered by the next time. Returns its end. */
export function watchLiveness(sockets: () => Iterable<NoticingSocket>, everyMs: number): () => void {
  const timer = setInterval(() => {
    for (const socket of sockets()) {
      if (socket.isWaitedFor) socket.terminate()
      else if (socket.readyState === socket.OPEN) {
        socket.isWaitedFor = true
        socket.ping()
      }
    }
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
