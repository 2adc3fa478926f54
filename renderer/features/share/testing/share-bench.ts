// Owns a share controller with everything around it in memory: a host that answers, captures that a test gives, a call
// that remembers what it was shown.
import type { ShareAbilities, ShareShown, ShareSource } from '../../../../shared/model/share'
import { createFakeClock, type FakeClock } from '../../../platform/fakes/fake-clock'
import { silentLog } from '../../../platform/log'
import {
  createMemoryDesktop,
  MEMORY_DIALOGUE,
  MEMORY_STATE,
  type MemoryDesktop,
} from '../../../platform/memory-desktop'
import {
  createFakeScreenCapture,
  type FakeCapture,
  type FakeScreenCapture,
} from '../../../rtc/fakes/fake-screen-capture'
import type { OwnScreen } from '../../../rtc/own-screen'
import { createShareController, type ShareController } from '../share-controller'
import { createShareStore, type ShareStore } from '../share-store'

export const CALL = { callId: 'c'.repeat(32), person: 'b'.repeat(32) }
export const PLAN = 'window:11:0'
export const LETTER = 'window:22:0'

const source = (id: string, title: string): ShareSource => ({
  ...{ id, kind: 'window', title, program: 'writer', group: 'writer' },
  ...{ icon: null, thumbnail: null, thumbnailFailed: false },
})
export const SOURCES = [source(PLAN, 'Plan'), source(LETTER, 'Letter')]

export interface ShareBench {
  readonly clock: FakeClock
  readonly desktop: MemoryDesktop
  readonly capture: FakeScreenCapture
  readonly store: ShareStore
  readonly share: ShareController
  /** Everything that a call was told, in order. */
  readonly told: readonly { readonly callId: string; readonly own: OwnScreen | null }[]
  /** What the viewer is shown now. */
  readonly own: () => OwnScreen | null
  /** From now on the call's sender changes only when what this returns is called. */
  readonly slowSender: () => () => void
  /** What the bar shows now. */
  readonly bar: () => ShareShown | null
  /** Sources as main lists them from now on. */
  readonly list: (sources?: readonly ShareSource[]) => void
  /** Opens the picker with both sources in it. */
  readonly pick: () => Promise<void>
  /** Answers the capture that waits. */
  readonly give: () => Promise<FakeCapture>
  /** Picks, previews and shares it. */
  readonly go: (id: string) => Promise<FakeCapture>
  /** Nothing runs: no track, timer, dialogue, bar, or picture in a call. */
  readonly leftovers: () => readonly string[]
}

export async function shareBench(abilities: Partial<ShareAbilities> = {}): Promise<ShareBench> {
  const clock = createFakeClock()
  const desktop = createMemoryDesktop({ shareAbilities: { ...MEMORY_STATE.shareAbilities, ...abilities } })
  const capture = createFakeScreenCapture()
  const store = createShareStore()
  const told: { readonly callId: string; readonly own: OwnScreen | null }[] = []
  let sender = Promise.resolve()
  const share = createShareController({
    ...{ store, desktop, capture, clock, log: silentLog, stillGivesFrames: true },
    showScreen(callId, own) {
      told.push({ callId, own })
      return sender
    },
    seenWords: ({ width, height, fps }) => `${width} ${height} ${fps}`,
  })
  share.follow(CALL)
  await clock.settle()

  const inputs = (name: string) =>
    desktop.asked.filter((each) => each.name === name).map(({ input }) => input)
  const list = (sources: readonly ShareSource[] = SOURCES): void =>
    desktop.emit('share.sources', {
      dialogue: MEMORY_DIALOGUE,
      state: { is: 'listed', sources: [...sources], left: 0 },
    })
  const bench: ShareBench = {
    ...{ clock, desktop, capture, store, share, told, list },
    own: () => told[told.length - 1]?.own ?? null,
    slowSender() {
      let letGo = (): void => undefined
      sender = new Promise((resolve) => (letGo = resolve))
      return letGo
    },
    bar: () => (inputs('share.show').pop() ?? null) as ShareShown | null,
    async pick() {
      share.open()
      await clock.settle()
      list()
    },
    async give() {
      await clock.settle()
      const [waiting] = capture.waiting
      if (!waiting) throw new Error('no capture was asked for')
      const given = waiting.give()
      await clock.settle()
      return given
    },
    async go(id) {
      await bench.pick()
      share.preview(id)
      const given = await bench.give()
      share.start()
      await clock.settle()
      return given
    },
    leftovers() {
      const left: string[] = []
      if (capture.captures.some(({ isOpen }) => isOpen())) left.push('a capture')
      if (clock.waiting() > 0) left.push('a timer')
      if (inputs('share.openPicker').length > inputs('share.closePicker').length) left.push('a dialogue')
      if (bench.bar() !== null) left.push('the bar')
      if (bench.own() !== null) left.push('a picture')
      return left
    },
  }
  return bench
}
