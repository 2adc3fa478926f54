import { createServer, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { openX11 } from './x11-connection'

const display = process.env['DISPLAY']

afterEach(() => {
  if (display === undefined) delete process.env['DISPLAY']
  else process.env['DISPLAY'] = display
})

it.each(['no display', ':4321', '127.0.0.1:4321'])(
  'there is no connection where %s is no X server',
  async (name) => {
    process.env['DISPLAY'] = name
    let lost = 0
    expect(await openX11(() => (lost += 1))).toBeNull()
    expect(lost).toBe(0)
  },
)

it('an X server that never answers is let go', async () => {
  const sockets: Socket[] = []
  const server = createServer((socket) => sockets.push(socket))
  await new Promise<void>((listening) => server.listen(6431, '127.0.0.1', listening))
  process.env['DISPLAY'] = '127.0.0.1:431'
  let lost = 0
  expect(await openX11(() => (lost += 1))).toBeNull()
  const [socket] = sockets
  if (!socket) throw new Error('nobody came')
  await new Promise((closed) => socket.once('end', closed).resume())
  expect(lost).toBe(0)
  server.close()
})
