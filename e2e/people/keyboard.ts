// Owns one person without a mouse: goes to what has a role and a name by Tab or by arrow keys, as somebody does who can't point,
// and says where the focus went on the way if it isn't there.
import { expect, type Locator, type Page } from '@playwright/test'

type Role = Parameters<Page['getByRole']>[0]
type Name = string | RegExp

/** No screen has more stops. */
const MOST_STOPS = 60

declare global {
  interface Window {
    testPointers?: number
  }
}

/** To be run in the page before anything else. */
export const COUNT_POINTERS = `{
  window.testPointers = 0
  for (const type of ['pointerdown', 'mousedown', 'wheel']) {
    window.addEventListener(type, () => { window.testPointers += 1 }, true)
  }
}`

export interface Keyboard {
  readonly press: (keys: string) => Promise<void>
  readonly type: (words: string) => Promise<void>
  /** What has the focus now has this role and this name. */
  readonly isAt: (role: Role, name: Name) => Promise<void>
  readonly tabTo: (role: Role, name: Name) => Promise<void>
  readonly arrowTo: (arrow: 'ArrowDown' | 'ArrowRight', role: Role, name: Name) => Promise<void>
  /** How often a pointer did anything. Needs COUNT_POINTERS. */
  readonly pointers: () => Promise<number>
}

export function keyboardOf(page: Page): Keyboard {
  const focused = (role: Role, name: Name): Locator =>
    page.getByRole(role, { name, exact: true }).and(page.locator(':focus'))
  async function goBy(key: string, role: Role, name: Name): Promise<void> {
    const passed: string[] = []
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await page.keyboard.press(key)
      await page.waitForFunction(isPassedOn)
      if ((await focused(role, name).count()) === 1) return
      passed.push(await page.evaluate(describeFocus))
    }
    throw new Error(`${key} never came to the ${role} “${String(name)}”, but to ${passed.join(' → ')}`)
  }
  return {
    press: (keys) => page.keyboard.press(keys),
    type: (words) => page.keyboard.type(words),
    isAt: async (role, name) => {
      const isThere = async () => (await focused(role, name).count()) === 1 || page.evaluate(describeFocus)
      await expect.poll(isThere, `the focus is on the ${role} “${String(name)}”`).toBe(true)
    },
    tabTo: (role, name) => goBy('Tab', role, name),
    arrowTo: (arrow, role, name) => goBy(arrow, role, name),
    pointers: () => page.evaluate(() => window.testPointers ?? Number.NaN),
  }
}

/** Runs in the page. The guard at the end of a dialog passes the focus on to its beginning in a later turn. */
function isPassedOn(): boolean {
  return document.activeElement?.hasAttribute('data-base-ui-focus-guard') !== true
}

/** Runs in the page. */
function describeFocus(): string {
  const { activeElement } = document
  if (activeElement === null) return 'nothing'
  const name = activeElement.getAttribute('aria-label') ?? activeElement.textContent.slice(0, 40)
  return `${activeElement.getAttribute('role') ?? activeElement.tagName.toLowerCase()} “${name}”`
}
