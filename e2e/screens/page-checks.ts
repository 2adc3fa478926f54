// Owns what every photographed screen must keep: nothing serious from axe, no sideways scrolling, large enough targets,
// at most three sizes of type, and no breach of the content security policy.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const SMALLEST_TARGET = 32
const MOST_TYPE_SIZES = 3

declare global {
  interface Window {
    testBreaches?: string[]
  }
}

/** To be run in the page before anything else. */
export const RECORD_BREACHES = `{
  window.testBreaches = []
  document.addEventListener('securitypolicyviolation', (event) => {
    window.testBreaches.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile)
  })
}`

/** What is wrong, in words; empty if nothing is. */
export async function complaints(page: Page): Promise<readonly string[]> {
  const axe = await new AxeBuilder({ page }).analyze()
  const serious = axe.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return [
    ...serious
      .filter(isOurs)
      .map(({ id, help, nodes }) => `axe ${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(await page.evaluate(() => (window.testBreaches ?? []).map((breach) => `policy: ${breach}`))),
    ...(await page.evaluate(measureInPage, { smallest: SMALLEST_TARGET, mostSizes: MOST_TYPE_SIZES })),
  ]
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

/** An open menu has the focus itself and scrolls with the arrow keys, which axe doesn't see. */
function isOurs({ id, nodes }: Violation): boolean {
  return id !== 'scrollable-region-focusable' || nodes.some(({ html }) => !html.includes('role="menu"'))
}

/** Runs in the page, so it holds all that it needs. */
function measureInPage({ smallest, mostSizes }: { smallest: number; mostSizes: number }): string[] {
  const found: string[] = []
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth)
    found.push(`scrolls sideways: ${String(scrollWidth)} in ${String(clientWidth)}`)

  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
    element.closest('.sr') === null
  const targets = 'button, a[href], input, select, textarea, summary, [role^="menuitem"]'
  for (const element of document.querySelectorAll(targets)) {
    if (!isSeen(element) || element.closest('[inert], [aria-hidden="true"]')) continue
    // A box is pressed on its label too; a field is as high as its frame; a switch has a larger area than it draws.
    const pressed = element.closest('label, .field') ?? element
    const { width, height } = pressed.getBoundingClientRect()
    if (!element.matches('.switch') && Math.min(width, height) < smallest - 0.5) {
      found.push(`target ${String(width)} × ${String(height)}: ${element.outerHTML.slice(0, 160)}`)
    }
  }

  const sizes = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (parent && (node.textContent ?? '').trim() !== '' && isSeen(parent))
      sizes.add(getComputedStyle(parent).fontSize)
  }
  if (sizes.size > mostSizes) found.push(`sizes of type: ${[...sizes].join(', ')}`)
  return found
}
