// Owns whether the keyboard's focus is seen on each thing that can have it: some line or colour there must change. It
// moves the focus about, so it comes last.
import type { Page } from '@playwright/test'

/** What is wrong, in words; empty if nothing is. */
export async function focusComplaints(page: Page): Promise<readonly string[]> {
  // The ring is for the keyboard: after a click a script's focus shows none.
  await page.keyboard.press('F9')
  return page.evaluate(focusInPage)
}

/** Runs in the page, so it holds all that it needs. */
async function focusInPage(): Promise<string[]> {
  const SHOWN_BY = ['outline', 'boxShadow', 'borderColor', 'backgroundColor', 'textDecorationLine'] as const
  const STOPS = 'button, a[href], input, select, textarea, summary, [tabindex]'
  const looks = (element: Element) => {
    // A ring may stand on what surrounds the control, or on its picture.
    const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
    const near = [
      ...[element, element.parentElement, element.parentElement?.parentElement],
      ...[element.nextElementSibling, active],
    ]
    // What fades in is judged by where it ends. Asking for animations makes them begin.
    for (const animation of document.getAnimations()) {
      if (animation instanceof CSSTransition) animation.finish()
    }
    return near.map((one) =>
      [null, '::before', '::after'].map((part) => {
        if (!one) return ''
        const style = getComputedStyle(one, part)
        // A line without width or in no colour is no line.
        const outline = style.outlineStyle === 'none' || style.outlineWidth === '0px' ? '' : style.outline
        return SHOWN_BY.map((property) => (property === 'outline' ? outline : style[property])).join('|')
      }),
    )
  }
  // A sheet of parts draws some with the focus all the time.
  const isStop = (element: Element): element is HTMLElement =>
    element instanceof HTMLElement &&
    element.tabIndex >= 0 &&
    !element.matches(':disabled, [data-base-ui-focus-guard], [data-state="focus"]') &&
    element.closest('[inert], [aria-hidden="true"]') === null &&
    element.checkVisibility({ checkVisibilityCSS: true })
  const found: string[] = []
  for (const element of [...document.querySelectorAll(STOPS)].filter(isStop)) {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await Promise.resolve() // React draws what a press leads to in a microtask.
    const before = JSON.stringify(looks(element))
    element.focus()
    await Promise.resolve()
    // A trap, or a thing that went away meanwhile.
    if (document.activeElement !== element) continue
    if (JSON.stringify(looks(element)) === before) {
      found.push(`focus is not seen: ${element.outerHTML.slice(0, 120)}`)
    }
  }
  return found
}
