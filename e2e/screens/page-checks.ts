// Owns what every photographed screen must keep: no sideways scrolling, large enough targets, at most three sizes of type,
// nothing that moves where motion is unwanted, and no breach of the content security policy. axe-check.ts has what axe
// finds, layout-checks.ts what is cut off or covered, focus-check.ts whether the focus is seen.
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
export async function pageComplaints(page: Page): Promise<readonly string[]> {
  return [
    ...(await page.evaluate(breachesInPage)),
    ...(await page.evaluate(scrollingInPage)),
    ...(await page.evaluate(targetsInPage, SMALLEST_TARGET)),
    ...(await page.evaluate(typeInPage, MOST_TYPE_SIZES)),
    ...(await page.evaluate(motionInPage)),
  ]
}

// The next ones run in the page, so each holds all that it needs.

/** Each is told once: the page goes on to other scenarios. */
function breachesInPage(): string[] {
  return (window.testBreaches ?? []).splice(0).map((breach) => `policy: ${breach}`)
}

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

/** Photographs are taken with reduced motion. The sign that something is under way turns on, in slow steps: tokens.css. */
function motionInPage(): string[] {
  const MOVES = [
    'transform',
    'translate',
    'rotate',
    'scale',
    'offsetDistance',
    'left',
    'top',
    'right',
    'bottom',
  ]
  return document.getAnimations().flatMap((animation) => {
    const { effect } = animation
    if (!(effect instanceof KeyframeEffect) || animation.playState !== 'running') return []
    const takes = effect.getComputedTiming().endTime
    const isLong = typeof takes === 'number' && takes > 100
    const travels = effect.getKeyframes().some((frame) => MOVES.some((property) => property in frame))
    const target = effect.target
    if (!isLong || !travels || !target || target.matches('.spin')) return []
    return [`moves: ${target.outerHTML.slice(0, 120)}`]
  })
}
