// Owns ours: two clients of the same kind on one server, and one timed call between them.
import { expect } from '@playwright/test'
import { text } from '../../shared/text/en'
import { markerCameraSwitches } from '../../build/setup/fake-media.mjs'
import { startServer } from '../../build/setup/server-process.mjs'
import { watchForPicture, watchForPress } from '../../e2e/fixtures/moments'
import { arrive, type Host, type Person } from '../../e2e/fixtures/person'
import { CALLEE_COLOUR, CALLER_COLOUR } from './marker-colours'

/** `at-once`: the page itself presses "accept" as soon as it is drawn. `later`: a person would take this long at least. */
export type Answer = 'at-once' | 'later'

export interface OurPair {
  readonly timeCall: (answer: Answer) => Promise<CallTimes>
  /** From now on the caller is a contact of the callee's, so that they connect while it rings. */
  readonly becomeContacts: () => Promise<void>
  /** Milliseconds that opening the camera takes, when nobody holds it. Before `holdDevices`. */
  readonly timeCamera: () => Promise<number>
  /** Opening a device is a row of its own; the reference holds its devices open as well. */
  readonly holdDevices: () => Promise<void>
  readonly stop: () => Promise<void>
}

export interface CallTimes {
  /** From the callee's press of "accept" to the callee's colour in the caller's pixels. */
  readonly acceptedToFrameMs: number
  /** From the caller's press of "call" to the same. */
  readonly pressedToFrameMs: number
}

const LATER_MS = 1_000

export async function startOurPair(host: Host): Promise<OurPair> {
  const server = await startServer()
  const join = (name: string, colour: typeof CALLER_COLOUR): Promise<Person> =>
    arrive({ name, host, server: server.baseUrl, media: markerCameraSwitches(name, colour) })
  const caller = await join('Caller', CALLER_COLOUR)
  const callee = await join('Callee', CALLEE_COLOUR)
  const link = await callee.ui.ownLink()
  await caller.ui.ownLink()
  return {
    timeCall: async (answer) => {
      const times = await timeOneCall({ caller, callee, link, answer })
      await endCall(caller, callee)
      return times
    },
    becomeContacts: async () => {
      await callee.ui.saveFromList(caller.name).click()
    },
    timeCamera: () => timeCamera(callee),
    holdDevices: async () => {
      await Promise.all([caller, callee].map(holdDevicesOpen))
    },
    stop: async () => {
      await Promise.all([caller.stop(), callee.stop()])
      await server.stop()
    },
  }
}

const CAMERA = { video: { width: 1280, height: 720, frameRate: 30 } }

async function holdDevicesOpen({ page }: Person): Promise<void> {
  await page.evaluate(async (camera) => {
    const media = await navigator.mediaDevices.getUserMedia({ audio: true, ...camera })
    Reflect.set(window, 'benchDevices', media)
  }, CAMERA)
}

function timeCamera({ page }: Person): Promise<number> {
  return page.evaluate(async (camera) => {
    const startedMs = performance.now()
    const media = await navigator.mediaDevices.getUserMedia(camera)
    const tookMs = performance.now() - startedMs
    for (const track of media.getTracks()) track.stop()
    return tookMs
  }, CAMERA)
}

interface OneCall {
  readonly caller: Person
  readonly callee: Person
  readonly link: string
  readonly answer: Answer
}

async function timeOneCall({ caller, callee, link, answer }: OneCall): Promise<CallTimes> {
  const { seenAtMs } = await watchForPicture(caller.page, { label: null, colour: CALLEE_COLOUR })
  const called = await watchForPress(caller.page)
  const accepted = await watchForPress(callee.page)
  if (answer === 'at-once') await callee.page.evaluate(pressWhenDrawn, text.incoming.acceptVideo)
  await caller.ui.callWithVideo(link)
  if (answer === 'later') {
    await callee.ui.acceptWithVideo.waitFor()
    await callee.page.waitForTimeout(LATER_MS)
    await callee.ui.acceptWithVideo.click()
  }
  const [calledAtMs, acceptedAtMs, frameAtMs] = await Promise.all([
    called.pressedAtMs,
    accepted.pressedAtMs,
    seenAtMs,
  ])
  return { acceptedToFrameMs: frameAtMs - acceptedAtMs, pressedToFrameMs: frameAtMs - calledAtMs }
}

/** Runs in the page. */
function pressWhenDrawn(words: string): void {
  const observer = new MutationObserver(() => {
    const button = [...document.querySelectorAll('button')].find((each) => each.textContent === words)
    if (button === undefined) return
    observer.disconnect()
    button.click()
  })
  observer.observe(document.documentElement, { childList: true, subtree: true })
}

async function endCall(caller: Person, callee: Person): Promise<void> {
  await caller.ui.wake()
  await caller.ui.hangUp.click()
  for (const person of [caller, callee]) {
    await person.ui.closeEnd.click()
    await expect(person.ui.linkField).toBeVisible()
  }
}
