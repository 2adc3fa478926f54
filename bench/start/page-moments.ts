// Owns the code that notes, in the page itself, when it was painted and when it was usable: the frame after the one in which it did
// what it was pressed for. The empty window's is the frame after the one in which its word was there.
import { text } from '../../shared/text/en'

export interface PageMoments {
  /** Wall-clock milliseconds. */
  readonly usableMs: number
  readonly paintedMs: number
  /** It was there before it was looked at: these are too late. */
  readonly late: boolean
}

/** `press` is pressed once it is there; usable is it with `done`, an expression each. */
interface Usable {
  readonly press: string
  readonly done: string
}

const CONTACTS = `[...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent.trim() === ${JSON.stringify(text.home.contacts)})`

export const USABLE: Readonly<Record<'parley' | 'empty', Usable>> = {
  parley: {
    press: `(() => { const tab = ${CONTACTS}; tab?.click(); return tab !== undefined })()`,
    done: `${CONTACTS}?.getAttribute('aria-selected') === 'true'`,
  },
  empty: {
    press: `document.body?.textContent.includes('Empty') === true`,
    done: 'true',
  },
}

export const MOMENTS = 'globalThis.benchMoments ?? null'

export const noteMoments = ({ press, done }: Usable): string => `(async () => {
  if (globalThis.benchLooks) return
  globalThis.benchLooks = true
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = resolve
    port2.postMessage(null)
  }))
  const wall = (ms) => performance.timeOrigin + ms
  const painted = () => performance.getEntriesByName('first-contentful-paint')[0]
  const late = painted() !== undefined
  while (!(${press})) await frame()
  do await frame()
  while (!(${done}))
  const usableMs = wall(performance.now())
  while (!painted()) await frame()
  globalThis.benchMoments = { usableMs, paintedMs: wall(painted().startTime), late }
})()`
