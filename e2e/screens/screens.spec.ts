// Every screen from the in-memory host, photographed in both themes and checked. The pictures lie in test-results/pictures.
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { findBrowser } from '../../build/setup/find-browser.mjs'
import { axeFindings, contrastFindings } from './axe-check'
import { focusComplaints } from './focus-check'
import { layoutComplaints } from './layout-checks'
import { pageComplaints } from './page-checks'
import type { Shot, Theme } from './shot'
import { SHOTS } from './shots'
import { test, type Studio } from './studio'
import { VARIANTS } from './variants'

test.use({
  launchOptions: {
    executablePath: findBrowser() ?? '',
    // Otherwise every call would say that the browser holds the sound back.
    args: ['--autoplay-policy=no-user-gesture-required'],
  },
})

for (const shot of [...SHOTS, ...VARIANTS]) {
  test(shot.name, async ({ studio }, info) => {
    const pictures = join(info.project.outputDir, 'pictures')
    const found: string[] = []
    await studio.show(shot)
    await shot.act(studio.page)
    for (const [at, theme] of shot.themes.entries()) {
      await studio.setTheme(shot, theme)
      await studio.page.screenshot({ path: join(pictures, `${shot.name}-${theme}.png`) })
      found.push(...(await complaints(studio, shot, theme, at === 0)))
    }
    found.push(...(await focusComplaints(studio.page)), ...(await studio.clear()))
    expect(found, `${shot.scenario}, ${sizeOf(shot)}`).toEqual([])
  })
}

const sizeOf = ({ size }: Shot) => `${String(size.width)} × ${String(size.height)}`

/** Layout is the same in every theme, so it is looked at in the first. */
async function complaints(
  { page }: Studio,
  shot: Shot,
  theme: Theme,
  isFirst: boolean,
): Promise<readonly string[]> {
  const found = isFirst
    ? [
        ...(await (shot.axe === 'all' ? axeFindings(page, { contrast: !shot.forcedColors }) : [])),
        ...(await (shot.axe === 'contrast' ? contrastFindings(page) : [])),
        ...(await pageComplaints(page)),
        ...(await layoutComplaints(page)),
      ]
    : await (shot.axe === 'nothing' ? [] : contrastFindings(page))
  return found.map((complaint) => `${theme}: ${complaint}`)
}
