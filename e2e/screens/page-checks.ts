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

/** What is wrong, in words; empty if nothing is. With forced colours contrast is the system's business. */
export async function complaints(
  page: Page,
  { forcedColors }: { forcedColors: boolean },
): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page })
  return [
    ...(await seriousFindings(forcedColors ? builder.disableRules('color-contrast') : builder)),
    ...(await page.evaluate(() => (window.testBreaches ?? []).map((breach) => `policy: ${breach}`))),
    ...(await page.evaluate(scrollingInPage)),
    ...(await page.evaluate(targetsInPage, SMALLEST_TARGET)),
    ...(await page.evaluate(typeInPage, MOST_TYPE_SIZES)),
  ]
}

/** All that another theme can change. */
export function contrastComplaints(page: Page): Promise<readonly string[]> {
  return seriousFindings(new AxeBuilder({ page }).withRules('color-contrast'))
}

async function seriousFindings(builder: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await builder.analyze()
  return violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .filter(isOurs)
    .map(({ id, help, nodes }) => `axe ${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`)
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

/** An open menu has the focus itself and scrolls with the arrow keys, which axe doesn't see. */
function isOurs({ id, nodes }: Violation): boolean {
  return id !== 'scrollable-region-focusable' || nodes.some(({ html }) => !html.includes('role="menu"'))
}

// The next three run in the page, so each holds all that it needs.

function scrollingInPage(): string[] {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
  const found: string[] = []
  if (scrollWidth > clientWidth) {
    found.push(`scrolls sideways: ${String(scrollWidth)} in ${String(clientWidth)}`)
  }
  // A call fills the window, and home has its own scrolling list; pages of words may be taller.
  const isWideHome = document.querySelector('.home') !== null && clientWidth >= 640
  const isFixed = isWideHome || document.querySelector('.stage') !== null
  if (isFixed && scrollHeight > clientHeight) {
    found.push(`scrolls: ${String(scrollHeight)} in ${String(clientHeight)}`)
  }
  return found
}

function targetsInPage(smallest: number): string[] {
  const selector = 'button, a[href], input, select, textarea, summary, [role^="menuitem"]'
  return [...document.querySelectorAll(selector)].flatMap((element) => {
    const isSeen = element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
    // A switch has a larger area than it draws.
    const isLeftOut =
      element.closest('[inert], [aria-hidden="true"], .sr') !== null || element.matches('.switch')
    if (!isSeen || isLeftOut) return []
    // A box is pressed on its label too; a field is as high as its frame.
    const { width, height } = (element.closest('label, .field') ?? element).getBoundingClientRect()
    if (Math.min(width, height) >= smallest - 0.5) return []
    return [`target ${String(width)} × ${String(height)}: ${element.outerHTML.slice(0, 160)}`]
  })
}

function typeInPage(most: number): string[] {
  const sizes = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    const isBlank = (node.textContent ?? '').trim() === ''
    if (!parent || isBlank || parent.closest('.sr') !== null) continue
    if (parent.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) {
      sizes.add(getComputedStyle(parent).fontSize)
    }
  }
  return sizes.size > most ? [`sizes of type: ${[...sizes].join(', ')}`] : []
}
