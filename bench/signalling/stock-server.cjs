// Owns the reference: the stock `peer` server as its README starts it, without its bound on clients in all.
const { PeerServer } = require('peer')

const UNBOUNDED = Number.MAX_SAFE_INTEGER

const server = PeerServer(
  { host: '127.0.0.1', port: Number(process.argv[2]), path: '/', concurrent_limit: UNBOUNDED },
  (http) => process.stdout.write(`listening on port ${String(http.address().port)}\n`),
)
// Without a listener one bad frame ends it.
server.on('error', () => undefined)
