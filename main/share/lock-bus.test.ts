import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { silentLog } from '../log/log'
import { watchLockOnBus } from './lock-bus'

const before = { ...process.env }
afterEach(() => {
  process.env = before
})

it('a session bus that is broken doesn’t cost the word of the system’s', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bus-'))
  const path = join(folder, 'system')
  const server = createServer()
  const connected = new Promise<string>((resolve) => {
    server.once('connection', () => resolve('asked'))
  })
  await new Promise<void>((listening) => server.listen(path, listening))
  process.env = {
    ...before,
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'none')}`,
    DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${path}`,
  }
  const stop = watchLockOnBus({ env: process.env, heard: () => undefined, log: silentLog })
  expect(await connected).toBe('asked')
  stop()
  server.close()
  rmSync(folder, { recursive: true })
})
