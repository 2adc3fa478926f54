// Owns steering one client's sharing and reading what it received, past its screens: the client is found where React keeps
// it. What the screens do with it is their own tests' matter.
import type { Page } from '@playwright/test'
import type { ShareCommands, ShareState } from '../../renderer/features/share/share-store'
import type { CallView } from '../../renderer/features/calls/calls-store'
import { within } from '../fixtures/until'
import { watchCodes, type CodeWatch } from '../windows/watch-codes'

export interface SharingClient {
  readonly press: <N extends keyof ShareCommands>(
    name: N,
    ...input: Parameters<ShareCommands[N]>
  ) => Promise<void>
  readonly state: () => Promise<ShareState>
  /** The one call; tests here have no other. */
  readonly call: () => Promise<CallView | null>
  /** Opens the picker and waits for the source whose title begins so; returns its id. */
  readonly find: (title: string) => Promise<string>
  /** Picks it, waits for its preview, and shares it. */
  readonly share: (title: string) => Promise<void>
  /** Everything that the other side's screen showed from now on. */
  readonly watch: () => Promise<CodeWatch>
  /** So far, of the screen. Needs RECORD_CONNECTIONS. */
  readonly screenFramesSent: () => Promise<number>
  /** In use for the screen that is sent. Needs RECORD_CONNECTIONS. */
  readonly screenCodec: () => Promise<string>
  /** How many tracks of a capture still run in this page, whoever made them. Needs RECORD_CAPTURES. */
  readonly openCaptures: () => Promise<number>
}

/** To be run in the page before anything else. */
export const RECORD_CAPTURES = `{
  const made = []
  Object.defineProperty(window, 'testCaptures', { value: made })
  const { mediaDevices } = navigator
  const native = mediaDevices.getDisplayMedia.bind(mediaDevices)
  mediaDevices.getDisplayMedia = async (...args) => {
    const stream = await native(...args)
    made.push(...stream.getTracks())
    return stream
  }
}`

/** Only so that nothing hangs. */
const LONGEST_MS = 30_000

/** The value of the client's context, from the root of React's tree down. */
const FIND_CLIENT = `(() => {
  if (window.testClient) return true
  const root = document.getElementById('root')
  const key = Object.keys(root).find((name) => name.startsWith('__reactContainer'))
  const queue = [root[key]]
  for (let fiber = queue.shift(); fiber; fiber = queue.shift()) {
    const { client } = fiber.memoizedProps ?? {}
    if (client?.commands?.share) {
      window.testClient = client
      return true
    }
    if (fiber.child) queue.push(fiber.child)
    if (fiber.sibling) queue.push(fiber.sibling)
  }
  return false
})()`

const PLAIN_STATE = `JSON.stringify(window.testClient.share.getState(), (name, value) =>
  value instanceof MediaStreamTrack ? value.readyState : value)`

const FRAMES_SENT = `(async () => {
  const [connection] = window.testConnections.filter(({ connectionState }) => connectionState === 'connected')
  const report = await connection.getStats()
  let frames = 0
  report.forEach((entry) => {
    if (entry.type === 'outbound-rtp' && entry.mid === '2') frames += entry.framesSent
  })
  return frames
})()`

const SCREEN_CODEC = `(async () => {
  const [connection] = window.testConnections.filter(({ connectionState }) => connectionState === 'connected')
  const entries = []
  const report = await connection.getStats()
  report.forEach((entry) => entries.push(entry))
  const sent = entries.find(({ type, mid }) => type === 'outbound-rtp' && mid === '2')
  return entries.find(({ id }) => id === sent?.codecId)?.mimeType ?? ''
})()`

const REMOTE_ID = 'test-remote-screen'
const SHOW_REMOTE = `(() => {
  const video = document.getElementById('${REMOTE_ID}') ?? document.createElement('video')
  video.id = '${REMOTE_ID}'
  video.muted = true
  video.style.cssText = 'position:fixed;right:0;bottom:0;width:320px;z-index:99'
  document.body.append(video)
  const { media } = window.testClient.calls.getState()
  video.srcObject = new MediaStream([media.remoteScreen])
  void video.play()
})()`

export async function sharingClient(page: Page): Promise<SharingClient> {
  await page.waitForFunction(FIND_CLIENT, undefined, { polling: 50 })
  const state = async (): Promise<ShareState> =>
    JSON.parse(await page.evaluate<string>(PLAIN_STATE)) as ShareState
  const call = (): Promise<CallView | null> =>
    page.evaluate<CallView | null>('window.testClient.calls.getState().calls.at(-1) ?? null')

  async function press<N extends keyof ShareCommands>(
    name: N,
    ...input: Parameters<ShareCommands[N]>
  ): Promise<void> {
    await page.evaluate(
      `window.testClient.commands.share[${JSON.stringify(name)}](...${JSON.stringify(input)})`,
    )
  }

  async function until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
    const found = await within(LONGEST_MS, look)
    if (found === null) throw new Error(`never: ${what}, but ${JSON.stringify(await state())}`)
    return found
  }

  async function find(title: string): Promise<string> {
    await press('open')
    return until(`“${title}” is listed`, async () => {
      const list = (await state()).picker?.list
      const found =
        list?.is === 'listed' ? list.sources.find((source) => source.title.startsWith(title)) : null
      return found?.id ?? null
    })
  }

  return {
    press,
    state,
    call,
    find,
    async share(title) {
      await press('preview', await find(title))
      await until('the preview is open', async () => {
        return (await state()).picker?.preview.is === 'open' ? true : null
      })
      await press('start')
    },
    async watch() {
      await page.evaluate(SHOW_REMOTE)
      return watchCodes(page, `#${REMOTE_ID}`)
    },
    screenFramesSent: () => page.evaluate<number>(FRAMES_SENT),
    screenCodec: () => page.evaluate<string>(SCREEN_CODEC),
    openCaptures: () =>
      page.evaluate<number>(`window.testCaptures.filter((track) => track.readyState === 'live').length`),
  }
}
