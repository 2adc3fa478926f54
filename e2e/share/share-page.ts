// Owns speaking to one client's main process about sharing, as its page would, without any of its screens: the picker's
// list as it comes, choosing, capturing, and which window a captured picture shows.
import type { ElectronApplication, Page } from '@playwright/test'
import type { ShareSource, ShareSources } from '../../shared/model/share'
import type { Result } from '../../shared/result'
import { readCode, type CodeReading } from '../windows/read-code'

export interface SharePage {
  readonly openPicker: () => Promise<string>
  readonly call: (name: string, input?: unknown) => Promise<Result<unknown>>
  /** Everything that `share.sources` said so far. */
  readonly news: () => Promise<readonly ShareSources[]>
  /** The list as it was said last in this dialogue; empty before. */
  readonly sources: (dialogue: string) => Promise<readonly ShareSource[]>
  readonly choose: (dialogue: string, id: string, sound?: boolean) => Promise<Result<unknown>>
  readonly capture: (how?: CaptureHow) => Promise<CaptureOutcome>
  /** What the last capture shows now. */
  readonly seen: () => Promise<CodeReading>
  readonly trackState: () => Promise<string>
  /** Of the last capture, in its own pixels. */
  readonly size: () => Promise<Size>
  readonly screenSize: () => Promise<Size>
}

export interface Size {
  readonly width: number
  readonly height: number
}

export type CaptureHow = 'as-user' | 'without-gesture' | 'from-subframe' | 'old-way'
/** The name of the exception, or what was captured. */
export type CaptureOutcome = { readonly refused: string } | { readonly tracks: readonly string[] }

/** How a page asks for each; evaluates to the stream. */
const ASKING: Readonly<Record<CaptureHow, string>> = {
  'as-user': `navigator.mediaDevices.getDisplayMedia({ video: true, audio: true })`,
  'without-gesture': `navigator.mediaDevices.getDisplayMedia({ video: true })`,
  'from-subframe': `document.body.appendChild(document.createElement('iframe'))
    .contentWindow.navigator.mediaDevices.getDisplayMedia({ video: true })`,
  'old-way': `navigator.mediaDevices.getUserMedia({
    video: { mandatory: { chromeMediaSource: 'desktop', chromeMediaSourceId: 'screen:0:0' } } })`,
}

const LISTEN = `
  window.shareNews = []
  window.desktop.on('share.sources', (news) => window.shareNews.push(news))`

const capturing = (how: CaptureHow): string => `(async () => {
  try {
    const stream = await ${ASKING[how]}
    const video = window.shareVideo ?? document.createElement('video')
    window.shareVideo = video
    video.srcObject = stream
    void video.play()
    return { tracks: stream.getTracks().map((track) => track.kind) }
  } catch (error) {
    return { refused: error.name }
  }
})()`

const SEEN = `(() => {
  const video = window.shareVideo
  const width = video.videoWidth
  const height = video.videoHeight
  if (video.readyState < 2 || width === 0) return { kind: 'unreadable' }
  const context = new OffscreenCanvas(width, height).getContext('2d')
  context.drawImage(video, 0, 0)
  return (${readCode.toString()})(context.getImageData(0, 0, width, height), Date.now())
})()`

export async function sharePage(app: ElectronApplication, page: Page): Promise<SharePage> {
  await page.evaluate(LISTEN)
  const call = (name: string, input?: unknown): Promise<Result<unknown>> =>
    page.evaluate(`window.desktop.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`)
  const news = (): Promise<readonly ShareSources[]> => page.evaluate('window.shareNews')
  return {
    call,
    news,
    async openPicker() {
      const opened = await call('share.openPicker')
      if (!opened.ok) throw new Error(`no picker: ${opened.code}`)
      return (opened.value as { readonly dialogue: string }).dialogue
    },
    async sources(dialogue) {
      const last = (await news()).filter((one) => one.dialogue === dialogue).at(-1)?.state
      return last?.is === 'listed' ? last.sources : []
    },
    choose: (dialogue, id, sound = false) => call('share.choose', { source: { dialogue, id }, sound }),
    capture: (how = 'as-user') =>
      how === 'without-gesture' ? inPageOfApp(app, capturing(how)) : page.evaluate(capturing(how)),
    seen: () => page.evaluate(SEEN),
    trackState: () => page.evaluate('window.shareVideo.srcObject.getVideoTracks()[0].readyState'),
    size: () => page.evaluate('({ width: shareVideo.videoWidth, height: shareVideo.videoHeight })'),
    screenSize: () => page.evaluate('({ width: screen.width, height: screen.height })'),
  }
}

/** The test's driver counts as a person; a script that main runs doesn't, once what a person did before is forgotten. */
async function inPageOfApp(app: ElectronApplication, code: string): Promise<CaptureOutcome> {
  return app.evaluate(async ({ BrowserWindow }, script) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) throw new Error('no window')
    return (await contents.executeJavaScript(script)) as CaptureOutcome
  }, code)
}

export async function untilGestureIsForgotten(app: ElectronApplication): Promise<boolean> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return !(await contents?.executeJavaScript('navigator.userActivation.isActive'))
  })
}
