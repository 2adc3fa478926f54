// Owns whose turn it is when more come than can be served: who has begun to sign in goes on at once, who only comes waits.
// Without it a crowd that comes back is served all at once, each takes as long as all of them, and gives up before the end.
import type { RequestListener, Server } from 'node:http'
import type { Socket } from 'node:net'

/** What a client asks first. */
const FIRST_TARGET = /^\/challenge(?:$|\?)/
/** So many connections are taken before the next newcomer at most: somebody may go on opening them for ever. */
const MOST_AHEAD = 16

/**
 * Each turn of the event loop serves what has come meanwhile, and one newcomer. Node takes one connection a turn, and the one on
 * which a ticket is shown stands among those of newcomers: as long as some come, newcomers wait. Where there is nothing
 * else to do all of that is the same moment. Whose connection is gone is served no more.
 */
export function newcomersInTurn(http: Server, serve: RequestListener): RequestListener {
  const waiting = new Map<Socket, Parameters<RequestListener>>()
  let taken = 0
  let ahead = 0
  http.on('connection', () => (taken += 1))

  function serveNext(): void {
    if (waiting.size === 0) return
    if (taken > 0 && ahead < MOST_AHEAD) {
      ahead += taken
      taken = 0
      setImmediate(serveNext)
      return
    }
    ahead = 0
    taken = 0
    for (const [socket, [request, response]] of waiting) {
      waiting.delete(socket)
      if (socket.destroyed) continue
      if (waiting.size > 0) setImmediate(serveNext)
      return serve(request, response)
    }
  }

  return (request, response) => {
    const { socket, url } = request
    // Of one connection nothing overtakes: what it asks meanwhile waits for the first answer in any case.
    if (!FIRST_TARGET.test(url ?? '') || waiting.has(socket)) return serve(request, response)
    waiting.set(socket, [request, response])
    if (waiting.size === 1) setImmediate(serveNext)
  }
}
