// Owns whether words and controls can be seen whole: not outside of what clips them, and not under something else.
import type { Page } from '@playwright/test'

/** What is wrong, in words; empty if nothing is. */
export async function layoutComplaints(page: Page): Promise<readonly string[]> {
  return [...(await page.evaluate(clippedInPage)), ...(await page.evaluate(coveredInPage))]
}

// Both run in the page, so each holds all that it needs.

/** What can be scrolled to is not cut off, nor what ends in dots on purpose. */
function clippedInPage(): string[] {
  const SLACK = 2 // Descenders of a tight line, halves of pixels.
  const CONTROLS = 'button, a[href], input, select, textarea'
  type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>
  const isSeen = (element: Element) =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
    element.closest('.sr, [inert], [aria-hidden="true"]') === null
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
  const across = (box: Box, by: Box) => Math.max(by.left - box.left, box.right - by.right)
  const down = (box: Box, by: Box) => Math.max(by.top - box.top, box.bottom - by.bottom)
  /** For screen readers only, or ending in dots. */
  const isMeantToHide = (at: Element, style: CSSStyleDeclaration) =>
    style.textOverflow === 'ellipsis' ||
    style.webkitLineClamp !== 'none' ||
    (at.clientWidth <= 1 && at.clientHeight <= 1)
  const cutBy = (box: Box, at: Element, { overflowX, overflowY }: CSSStyleDeclaration) => {
    const by = at.getBoundingClientRect()
    return Math.max(scrolls(overflowX) ? 0 : across(box, by), scrolls(overflowY) ? 0 : down(box, by))
  }
  const outOfWindow = (box: Box) => {
    const { scrollHeight, clientHeight } = document.documentElement
    const by = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    return Math.max(across(box, by), scrollHeight > clientHeight ? 0 : down(box, by))
  }
  /** Goes outwards; what scrolls is looked at in place of what it holds. */
  const complaint = (start: Element, of: Box): string | null => {
    let box = of
    for (let at: Element | null = start; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (style.overflowX !== 'visible') {
        if (isMeantToHide(at, style)) return null
        const cut = cutBy(box, at, style)
        if (cut > SLACK) return `cut off by ${String(Math.round(cut))} px in ${at.className || at.tagName}`
        if (scrolls(style.overflowX) || scrolls(style.overflowY)) box = at.getBoundingClientRect()
      }
      if (style.position === 'fixed') break
    }
    const cut = outOfWindow(box)
    return cut > SLACK ? `out of the window by ${String(Math.round(cut))} px` : null
  }
  const found = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    const words = (node.textContent ?? '').trim()
    if (!parent || words === '' || !isSeen(parent)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const wrong = complaint(parent, range.getBoundingClientRect())
    if (wrong !== null) found.add(`clipped: "${words.slice(0, 60)}" ${wrong}`)
  }
  for (const control of document.querySelectorAll(CONTROLS)) {
    const parent = control.parentElement
    if (!parent || !isSeen(control)) continue
    const wrong = complaint(parent, control.getBoundingClientRect())
    if (wrong !== null) found.add(`clipped: ${control.outerHTML.slice(0, 100)} ${wrong}`)
  }
  return [...found]
}

/** The middle of each control that is in the window belongs to it; what is opened over a page may lie on it. */
function coveredInPage(): string[] {
  const CONTROLS = 'button, a[href], input, select, textarea'
  const OVER = '[role="menu"], [role="dialog"], [role="alertdialog"], [role="presentation"], aside'
  const isPressed = (control: Element) =>
    control.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
    getComputedStyle(control).pointerEvents !== 'none' &&
    control.closest('[inert], [aria-hidden="true"], .sr') === null
  const isFine = (control: Element, hit: Element) => {
    const over = hit.closest(OVER)
    if (over !== null && !over.contains(control)) return true
    // A slider's own control lies unseen in what is dragged.
    return (control.closest('label, .field, .slider-thumb') ?? control).contains(hit)
  }
  const whatCovers = (control: Element) => {
    const { left, top, width, height } = control.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    return hit === null || isFine(control, hit) ? null : hit
  }
  /** Scrolled under something it can be scrolled out again. */
  const whatCoversInTheMiddle = (control: Element) => {
    const scrolled: (() => void)[] = []
    for (let at = control.parentElement; at; at = at.parentElement) {
      const { scrollTop } = at
      const scroller = at
      scrolled.push(() => (scroller.scrollTop = scrollTop))
    }
    control.scrollIntoView({ block: 'center', behavior: 'instant' })
    const hit = whatCovers(control)
    for (const back of scrolled) back()
    return hit
  }
  return [...document.querySelectorAll(CONTROLS)].filter(isPressed).flatMap((control) => {
    const hit = whatCovers(control) && whatCoversInTheMiddle(control)
    if (!hit) return []
    return [`covered: ${control.outerHTML.slice(0, 100)} by ${hit.outerHTML.slice(0, 60)}`]
  })
}
