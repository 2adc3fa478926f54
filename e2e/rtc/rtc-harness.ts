// Owns what the tests of signalling and call paths run on: the layer alone in a page, in a real browser, against the real
// server or a stock PeerJS server. Leaves what a page does to page/page-client.ts.
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { resolve } from 'node:path'
import { chromium, expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { PeerServer } from 'peer'
import { build } from 'vite'
import { RENDERER_ALIASES } from '../../build/renderer-aliases'
import { findBrowser } from '../../build/setup/find-browser.mjs'
import { ROOT } from '../../build/setup/paths.mjs'
import { createSignallingServer } from '../../server/create-server'
import { DEFAULT_LIMITS } from '../../server/limits'
import { SILENT_LOG } from '../../server/log'
import type { ServerConfig } from '../../server/server-config'
import type { StartOptions } from './page/page-client'

const HOST = '127.0.0.1'
const PAGE = 'rtc-test.html'
const SCRIPT = 'rtc-test.js'

export interface TestServer {
  readonly base: string
  readonly close: () => Promise<void>
}

/** `port` 0: any free one; the same one again for a server that comes back. */
export async function startOwnServer(port = 0, changes: Partial<ServerConfig> = {}): Promise<TestServer> {
  const started = await createSignallingServer(
    {
      host: HOST,
      port,
      tls: null,
      origins: [],
      stun: [],
      turn: null,
      open: false,
      invited: null,
      joinCode: null,
      pageFolder: null,
      limits: DEFAULT_LIMITS,
      trustProxy: [],
      ...changes,
    },
    { log: SILENT_LOG, nowMs: () => performance.now() },
  )
  if (!started.ok) throw new Error(`server: ${started.code}`)
  return { base: `http://${HOST}:${started.value.port}/`, close: () => started.value.close() }
}

export function startStockServer(port = 0): Promise<TestServer> {
  const sockets = new Set<Socket>()
  return new Promise((ready) => {
    const app = PeerServer({ host: HOST, port, path: '/' }, (made) => {
      // Typed wider than what it is.
      const http = made as Server
      http.on('connection', (socket) => sockets.add(socket))
      const listening = () => {
        const address = http.address()
        const close = () => closed(http, sockets)
        ready({ base: `http://${HOST}:${typeof address === 'object' ? (address?.port ?? 0) : 0}/`, close })
      }
      if (http.listening) listening()
      else http.once('listening', listening)
    })
    app.on('error', () => undefined) // without a listener one malformed frame ends this process
  })
}

/** As when its process dies: every socket goes down. */
function closed(http: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((done) => {
    http.close(() => done())
    for (const socket of sockets) socket.destroy()
  })
}

let browser: Browser | null = null

export async function launchBrowser(): Promise<void> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('There is no Chromium browser to test with.')
  const args = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
  browser = await chromium.launch({
    executablePath,
    args: [...args, '--autoplay-policy=no-user-gesture-required'],
  })
}

export async function closeBrowser(): Promise<void> {
  await browser?.close()
  browser = null
}

const contexts: BrowserContext[] = []

/** After each test: a page that lives on goes on dialling servers that are gone. */
export async function closePages(): Promise<void> {
  for (const context of contexts.splice(0)) await context.close()
}

export interface RtcPage {
  readonly page: Page
  readonly context: BrowserContext
  /** What went wrong unseen; a test that passes leaves it empty. */
  readonly pageErrors: string[]
}

/** A page of a browser context of its own, on the server's own origin so that it may ask for a session. */
export async function openRtcPage(server: TestServer): Promise<RtcPage> {
  const opened = await newPage()
  const { page } = opened
  const script = await pageScript()
  await page.route(`${server.base}${PAGE}`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><script src="${SCRIPT}"></script>` }),
  )
  await page.route(`${server.base}${SCRIPT}`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  )
  await page.goto(`${server.base}${PAGE}`)
  return opened
}

/** An empty one, of a browser context of its own. */
export async function newPage(): Promise<RtcPage> {
  if (!browser) throw new Error('launchBrowser first')
  // The page is made up by the test, so the browser can't tell that it is as local as its server.
  const context = await browser.newContext({ permissions: ['local-network-access'] })
  contexts.push(context)
  const page = await context.newPage()
  const pageErrors: string[] = []
  page.on('pageerror', (error) => pageErrors.push(error.message))
  return { page, context, pageErrors }
}

let built: Promise<string> | null = null

function pageScript(): Promise<string> {
  built ??= buildPageScript()
  return built
}

async function buildPageScript(): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: RENDERER_ALIASES },
    build: {
      write: false,
      minify: false,
      target: 'chrome108',
      lib: { entry: resolve(ROOT, 'e2e/rtc/page/page-client.ts'), formats: ['iife'], name: 'rtcTest' },
    },
  })
  const output = Array.isArray(result) ? result[0] : result
  if (!output || !('output' in output)) throw new Error('nothing built')
  return output.output[0].code
}

/** Starts the layer in the page and waits until its server took it in. Returns its PeerJS id. */
export async function startClient({ page }: RtcPage, options: StartOptions): Promise<string> {
  const id = await page.evaluate((start) => window.rtc.start(start), options)
  await expectState({ page }, 'open')
  return id
}

export async function expectState({ page }: Pick<RtcPage, 'page'>, status: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.rtc.signalling?.state().status)).toBe(status)
}

/** How often `text` was among the page's path events, by type, and connection states with their state. */
export async function expectEvent({ page }: RtcPage, wanted: string, count = 1): Promise<void> {
  const seen = () =>
    page.evaluate(() =>
      window.rtc.events.map((e) => (e.type === 'connectionState' ? `${e.type} ${e.state}` : e.type)),
    )
  await expect
    .poll(async () => (await seen()).filter((event) => event === wanted).length)
    .toBeGreaterThanOrEqual(count)
}

/** Two clients on `server`, connected through a call whose offer was answered at once. */
export async function connectPair(
  server: TestServer,
  options: Partial<StartOptions> = {},
): Promise<{ readonly caller: RtcPage; readonly callee: RtcPage; readonly calleeId: string }> {
  const [caller, callee] = [await openRtcPage(server), await openRtcPage(server)]
  const calleeId = await startClient(callee, { server: server.base, ...options })
  await startClient(caller, { server: server.base, ...options })
  await caller.page.evaluate((to) => window.rtc.call(to), calleeId)
  await expectEvent(caller, 'ctlOpened')
  await expectEvent(callee, 'ctlOpened')
  return { caller, callee, calleeId }
}

/** Totals of RTP, from the page's last connection. */
export const rtp = ({ page }: RtcPage) => page.evaluate(() => window.rtc.rtp())

export async function sendMedia({ page }: RtcPage): Promise<void> {
  await page.evaluate(async () => {
    await window.rtc.media('microphone')
    await window.rtc.media('camera')
  })
}

/** Waits until pictures and sound that weren't there at the call of this arrive. */
export async function expectFreshMedia(side: RtcPage): Promise<void> {
  const before = await rtp(side)
  await expect.poll(async () => (await rtp(side)).frames).toBeGreaterThan(before.frames + 5)
  await expect.poll(async () => (await rtp(side)).audioReceived).toBeGreaterThan(before.audioReceived + 5)
}

export type Frame = { readonly type: string; readonly [field: string]: unknown }

export interface Line {
  /** Changes each frame from the server, or drops it by null. */
  fromServer: (frame: Frame) => Frame | null
  /** Nothing passes in either direction, as on a dead link, for the sockets that are open now. */
  blackHole: () => void
  /** Every frame that came from the server. */
  readonly received: readonly string[]
  /** A frame as the server might send it. */
  inject: (text: string) => void
}

/** Sits between the page and its server, as a hostile server does. Before startClient. */
export async function interceptLine({ page }: RtcPage): Promise<Line> {
  let current: { dead: boolean; readonly send: (text: string) => void } | null = null
  const received: string[] = []
  const line: Line = {
    fromServer: (frame) => frame,
    blackHole: () => {
      if (current) current.dead = true
    },
    received,
    inject: (text) => current?.send(text),
  }
  await page.routeWebSocket(/\/peerjs\?/, (ws) => {
    const server = ws.connectToServer()
    const mine = { dead: false, send: (text: string) => ws.send(text) }
    current = mine
    ws.onMessage((text) => {
      if (!mine.dead) server.send(text)
    })
    server.onMessage((text) => {
      if (mine.dead) return
      received.push(String(text))
      const frame = line.fromServer(JSON.parse(String(text)) as Frame)
      if (frame) ws.send(JSON.stringify(frame))
    })
    ws.onClose(() => {
      if (!mine.dead) void server.close()
    })
  })
  return line
}

export const portOf = (server: TestServer): number => Number(new URL(server.base).port)
/** Every state of the line since the start, with its code. */
export const states = ({ page }: RtcPage) => page.evaluate(() => window.rtc.states)
/** The bodies of the messages that came over the socket. */
export const received = ({ page }: RtcPage) =>
  page.evaluate(() => window.rtc.envelopes.map(({ body }) => body))
export const send = ({ page }: RtcPage, to: string, body: string) =>
  page.evaluate(([whom, text]) => window.rtc.send(whom, text), [to, body] as const)
