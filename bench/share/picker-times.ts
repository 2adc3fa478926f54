// Owns how soon the picker is usable with twenty windows open, against the bare calls that any picker has to make, in the
// same process.
import type { ElectronApplication } from '@playwright/test'
import { text } from '../../shared/text/en'
import { comparisonRow, type Row } from '../rows'
import type { OurShare } from './our-share'
import type { Stage } from './stage'
import { until } from '../../e2e/fixtures/until'

const WINDOWS = 20
/** As ours has it, see main/share/system-sources.ts. */
const THUMBNAIL = { width: 320, height: 180 }

interface PickerTimes {
  /** From the press. */
  readonly usableMs: number
  readonly picturesMs: number
}

export async function pickerRows({ ours, windows }: Stage, rounds: number): Promise<readonly Row[]> {
  const specs = Array.from({ length: WINDOWS }, (_, index) => ({
    title: `Papers ${String.fromCharCode(65 + index)}`,
    program: `program${index}`,
    ...{ width: 480, height: 320, x: (index % 5) * 200, y: Math.floor(index / 5) * 120 },
  }))
  const opened = await windows.openAll(specs)
  const app = ours.presenter.electron?.app
  if (app === undefined) throw new Error('not an Electron client')
  await watchLooks(app)
  const titles = specs.map(({ title }) => title)
  const took: PickerTimes[] = []
  const bare: PickerTimes[] = []
  for (let round = -1; round < rounds; round += 1) {
    const [one, other] = [await timePicker(ours, app, titles), await timeBare(app)]
    if (round < 0) continue // warms caches and compilers
    took.push(one)
    bare.push(other)
  }
  for (const window of opened) await window.close()
  const row = (
    about: { readonly name: string; readonly goal: string },
    value: (times: PickerTimes) => number,
  ) => comparisonRow({ ...about, unit: 'ms' }, took.map(value), bare.map(value))
  return [
    row({ name: 'click → picker usable, 20 windows', goal: '≤ bare + 150 ms' }, (times) => times.usableMs),
    row({ name: 'click → all thumbnails', goal: '≤ 1.2×' }, (times) => times.picturesMs),
  ]
}

async function timePicker(
  { presenter, presenting }: OurShare,
  app: ElectronApplication,
  titles: readonly string[],
): Promise<PickerTimes> {
  const { page, ui } = presenter
  await ui.wake()
  const button = ui.bar.getByRole('button', { name: text.share.open })
  await button.waitFor()
  await page.evaluate(installPickerProbe, titles)
  await button.click()
  const times = await page.evaluate(() => Reflect.get(window, 'pickerTimes') as Promise<PickerTimes>)
  await presenting.press('cancel')
  await until('nobody looks any more', async () => ((await openLooks(app)) === 0 ? true : null))
  return times
}

/** Runs in the page. */
function installPickerProbe(titles: readonly string[]): void {
  const isLoaded = (place: Element, selector: string): boolean => {
    const image = place.querySelector<HTMLImageElement>(selector)
    return image !== null && image.complete && image.naturalWidth > 0
  }
  const pressed = new Promise<number>((resolve) => {
    window.addEventListener('click', ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true })
  })
  const listed = (): readonly Element[] => {
    const options = [...document.querySelectorAll('[role=option]')]
    return titles.flatMap((title) => options.find((each) => each.getAttribute('title') === title) ?? [])
  }
  const drawn = (part: string) =>
    new Promise<number>((resolve) => {
      const look = (): void => {
        const places = listed()
        if (places.length === titles.length && places.every((place) => isLoaded(place, part)))
          resolve(performance.now())
        else requestAnimationFrame(look)
      }
      look()
    })
  const icons = drawn('.source-cap img')
  const pictures = drawn('.source-thumb img')
  const times = Promise.all([pressed, icons, pictures]).then(([atMs, iconsAtMs, picturesAtMs]) => ({
    usableMs: iconsAtMs - atMs,
    picturesMs: picturesAtMs - atMs,
  }))
  Reflect.set(window, 'pickerTimes', times)
}

/** Names and icons, then thumbnails as well: one call after the other. */
function timeBare(app: ElectronApplication): Promise<PickerTimes> {
  return app.evaluate(async ({ desktopCapturer }, thumbnailSize) => {
    const common = { types: ['screen' as const, 'window' as const], fetchWindowIcons: true }
    const beganMs = Date.now()
    await desktopCapturer.getSources({ ...common, thumbnailSize: { width: 0, height: 0 } })
    const usableMs = Date.now() - beganMs
    await desktopCapturer.getSources({ ...common, thumbnailSize })
    return { usableMs, picturesMs: Date.now() - beganMs }
  }, THUMBNAIL)
}

/** Two looks at once would share the time. */
async function watchLooks(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ desktopCapturer }) => {
    const real = desktopCapturer.getSources.bind(desktopCapturer)
    const count = (more: number): void => {
      Reflect.set(globalThis, 'openLooks', Number(Reflect.get(globalThis, 'openLooks') ?? 0) + more)
    }
    desktopCapturer.getSources = async (options) => {
      count(1)
      try {
        return await real(options)
      } finally {
        count(-1)
      }
    }
  })
}

const openLooks = (app: ElectronApplication): Promise<number> =>
  app.evaluate(() => Number(Reflect.get(globalThis, 'openLooks') ?? 0))
