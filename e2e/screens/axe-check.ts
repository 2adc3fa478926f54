// Owns asking axe. It is put into the page once and asked there: the usual way brings it along for every question and opens
// another page to sum up the answer, which is four times the work. Our pages have no frames, which that is for.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type Axe from 'axe-core'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from '@playwright/test'

/** To be run in the page before anything else. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const ALL: RunOptions = { resultTypes: ['violations'], preload: false }

/** With forced colours contrast is the system's business. */
export function axeFindings(page: Page, { contrast }: { contrast: boolean }): Promise<readonly string[]> {
  return findings(page, contrast ? ALL : { ...ALL, rules: { 'color-contrast': { enabled: false } } })
}

/** All that another theme can change. */
export function contrastFindings(page: Page): Promise<readonly string[]> {
  return findings(page, { ...ALL, runOnly: ['color-contrast'] })
}

async function findings(page: Page, options: RunOptions): Promise<readonly string[]> {
  const { violations } = await page.evaluate((asked) => window.axe.run(document, asked), options)
  return violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .filter(isOurs)
    .map(({ id, help, nodes }) => `axe ${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`)
}

type Violation = AxeResults['violations'][number]

/** What axe doesn't see: an open menu has the focus itself and scrolls with the arrow keys, and what stands guard at its ends
 * hands the focus on at once. */
const NOT_OURS: Readonly<Record<string, string>> = {
  'scrollable-region-focusable': 'role="menu"',
  'aria-hidden-focus': 'data-base-ui-focus-guard',
}

function isOurs({ id, nodes }: Violation): boolean {
  const leftOut = NOT_OURS[id]
  return leftOut === undefined || nodes.some(({ html }) => !html.includes(leftOut))
}

declare global {
  interface Window {
    readonly axe: typeof Axe
  }
}
