// Owns the floor: `ws` with nothing on it but a map of ids and a relay that reads and writes JSON.
const { WebSocketServer } = require('ws')

const sockets = new Map()
const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.argv[2]), backlog: 511 })

server.on('listening', () => process.stdout.write(`listening on port ${String(server.address().port)}\n`))
server.on('connection', (socket, request) => {
  const id = new URL(request.url, 'http://server').searchParams.get('id')
  sockets.set(id, socket)
  socket.on('error', () => undefined)
  socket.on('close', () => sockets.delete(id))
  socket.on('message', (data) => {
    const { type, dst, payload } = JSON.parse(data.toString())
    sockets.get(dst)?.send(JSON.stringify({ type, src: id, dst, payload }))
  })
  socket.send('{"type":"OPEN"}')
})
