// Owns what is timed inside the page: when a list is usable, and how long a key or a press takes to be seen.
import type { Locator, Page } from '@playwright/test'

/** Rows, or the words that there are none; and a picture of them was made. To be run before anything else. */
export const NOTE_USABLE = `{
  window.benchUsable = new Promise((resolve) => {
    const isThere = () => document.querySelector('.people-list [data-row], .people-list .people-void') !== null
    const observer = new MutationObserver(() => {
      if (!isThere()) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    })
    observer.observe(document, { childList: true, subtree: true })
  })
}`

/** Milliseconds since the page began to load. */
export function usableAtMs(page: Page): Promise<number> {
  return page.evaluate(() => Reflect.get(window, 'benchUsable') as Promise<number>)
}

/** From the press until the list that it leads to was drawn. */
export function afterClick(target: Locator): Promise<number> {
  return target.evaluate(async (element) => {
    const startedMs = performance.now()
    if (element instanceof HTMLElement) element.click()
    const isThere = () =>
      element.getAttribute('aria-selected') === 'true' &&
      document.querySelector('.people-list [data-row], .people-list .people-void') !== null
    while (!isThere()) await new Promise((resolve) => setTimeout(resolve))
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - startedMs
  })
}

/** Each from the moment of the key, as the system told it, to the end of the frame that shows what it led to. */
export async function timeKeys(page: Page, keys: readonly string[]): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    Reflect.set(window, 'benchKeys', times)
    const onKey = ({ timeStamp }: KeyboardEvent) =>
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp)))
    document.addEventListener('keydown', onKey, { capture: true })
    Reflect.set(window, 'benchKeysEnd', () =>
      document.removeEventListener('keydown', onKey, { capture: true }),
    )
  })
  for (const [at, key] of keys.entries()) {
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    await page.waitForFunction(
      (count) => (Reflect.get(window, 'benchKeys') as number[]).length === count,
      at + 1,
    )
  }
  return page.evaluate(() => {
    ;(Reflect.get(window, 'benchKeysEnd') as () => void)()
    return Reflect.get(window, 'benchKeys') as number[]
  })
}
