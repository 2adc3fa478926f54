// Plain PeerJS clients, the package as it is published in a real browser, on a server of ours with --open: ids, a data
// connection, a call, coming back. Ours on a stock server: e2e/calls/stock-server.spec.ts.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { ROOT } from '../../build/setup/paths.mjs'
import {
  closeBrowser,
  closePages,
  launchBrowser,
  newPage,
  portOf,
  startOwnServer,
  type TestServer,
} from './rtc-harness'

/** What these tests use of the package; its own types are for our adapter alone. */
interface PlainLine {
  on(event: 'open', listener: () => void): void
  on(event: 'data', listener: (data: unknown) => void): void
  send(data: string): void
}
interface PlainCall {
  answer(own: MediaStream): void
  on(event: 'stream', listener: (stream: MediaStream) => void): void
}
interface PlainPeer {
  readonly disconnected: boolean
  on(event: 'open', listener: (id: string) => void): void
  on(event: 'error', listener: (error: { readonly type: string }) => void): void
  on(event: 'connection', listener: (line: PlainLine) => void): void
  on(event: 'call', listener: (call: PlainCall) => void): void
  connect(id: string): PlainLine
  call(id: string, own: MediaStream): PlainCall
  disconnect(): void
  reconnect(): void
}

declare global {
  interface Window {
    readonly peerjs: { readonly Peer: new (...given: readonly unknown[]) => PlainPeer }
    plain: PlainPeer
    /** What happened, in order: `open <id>`, `error <type>`, `data <text>`. */
    said: string[]
    video: HTMLVideoElement
  }
}

const PEERJS = readFileSync(resolve(ROOT, 'node_modules/peerjs/dist/peerjs.min.js'), 'utf8')

let server: TestServer
test.beforeAll(launchBrowser)
test.afterAll(closeBrowser)
test.beforeEach(async () => void (server = await startOwnServer(0, { open: true })))
test.afterEach(async () => {
  await closePages()
  await server.close()
})

/** A page of the server's origin with nothing of ours in it. `id` null: the server gives one. */
async function openPlain(id: string | null): Promise<Page> {
  const { page } = await newPage()
  await page.route(`${server.base}plain.html`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><script src="peerjs.js"></script>' }),
  )
  await page.route(`${server.base}peerjs.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: PEERJS }),
  )
  await page.goto(`${server.base}plain.html`)
  await page.evaluate(
    ([wanted, port]) => {
      const options = { host: '127.0.0.1', port, path: '/', config: { iceServers: [] } }
      const peer = new window.peerjs.Peer(...(wanted === null ? [options] : [wanted, options]))
      window.plain = peer
      window.said = []
      window.video = document.createElement('video')
      peer.on('open', (mine) => window.said.push(`open ${mine}`))
      peer.on('error', ({ type }) => window.said.push(`error ${type}`))
      peer.on('connection', (line) => {
        line.on('data', (data) => {
          window.said.push(`data ${String(data)}`)
          line.send(`you said ${String(data)}`)
        })
      })
      peer.on('call', (call) => {
        void navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then((own) => call.answer(own))
        call.on('stream', (stream) => (window.video.srcObject = stream))
      })
    },
    [id, portOf(server)] as const,
  )
  return page
}

const said = (page: Page) => page.evaluate(() => window.said)
const connect = (page: Page, to: string) =>
  page.evaluate((other) => {
    const line = window.plain.connect(other)
    line.on('open', () => line.send('hello'))
    line.on('data', (data) => window.said.push(`data ${String(data)}`))
  }, to)

test('they are given an id or bring one, connect and talk', async () => {
  const [ann, bob] = [await openPlain('ann'), await openPlain(null)]
  await expect.poll(() => said(ann)).toEqual(['open ann'])
  await expect.poll(async () => (await said(bob))[0]).toMatch(/^open [0-9a-f-]{36}$/)
  await connect(bob, 'ann')
  await expect.poll(() => said(ann)).toContain('data hello')
  await expect.poll(() => said(bob)).toContain('data you said hello')
})

test('they call each other with picture and sound', async () => {
  const [ann, bob] = [await openPlain('ann'), await openPlain('bob')]
  for (const page of [ann, bob]) await expect.poll(() => said(page)).toHaveLength(1)
  await bob.evaluate(async () => {
    const own = await navigator.mediaDevices.getUserMedia({ video: true, audio: true })
    window.plain.call('ann', own).on('stream', (stream) => (window.video.srcObject = stream))
  })
  for (const page of [ann, bob])
    await expect
      .poll(() =>
        page.evaluate(async () => {
          await window.video.play().catch(() => undefined)
          return window.video.videoWidth > 0 && window.video.currentTime > 0
        }),
      )
      .toBe(true)
})

test('they hear at once that somebody isn’t there, and that an id is somebody else’s', async () => {
  const [ann, twin] = [await openPlain('ann'), await openPlain('ann')]
  await expect.poll(() => said(ann)).toEqual(['open ann'])
  await expect.poll(() => said(twin)).toEqual(['error unavailable-id'])
  await connect(ann, 'nobody')
  await expect.poll(() => said(ann)).toContain('error peer-unavailable')
})

test('who goes away and comes back has the same id', async () => {
  const [ann, bob] = [await openPlain('ann'), await openPlain('bob')]
  for (const page of [ann, bob]) await expect.poll(() => said(page)).toHaveLength(1)
  await ann.evaluate(() => {
    window.plain.disconnect()
    window.plain.reconnect()
  })
  await expect.poll(() => said(ann)).toEqual(['open ann', 'open ann'])
  await connect(bob, 'ann')
  await expect.poll(() => said(ann)).toContain('data hello')
})

test('they get no id that looks like an identity', async () => {
  const eve = await openPlain('a'.repeat(32))
  await expect.poll(() => eve.evaluate(() => window.plain.disconnected)).toBe(true)
  expect(await said(eve)).not.toContain(`open ${'a'.repeat(32)}`)
})

test('without --open none of them comes in', async () => {
  await server.close()
  server = await startOwnServer()
  const ann = await openPlain('ann')
  await expect.poll(() => ann.evaluate(() => window.plain.disconnected)).toBe(true)
  expect(await said(ann)).not.toContain('open ann')
})
