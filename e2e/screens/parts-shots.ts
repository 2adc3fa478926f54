// Owns the photographs of the parts by themselves: each sheet in both themes, with forced colours, and small with large text.
import type { Page } from '@playwright/test'
import { PARTS_NAMES, type PartsName } from '../../renderer/gallery/parts-names'
import { partsWords } from '../../renderer/gallery/parts-words'
import { BOTH, opens, press, shot, type Shot } from './shot'

export const partsShots: readonly Shot[] = [
  ...PARTS_NAMES.map((name) => shot(name, name, { ...partsOf(name), themes: themesOf(name) })),
  ...PARTS_NAMES.map((name) =>
    shot(`${name}-forced-colors`, name, { ...partsOf(name), themes: ['light'], forcedColors: true }),
  ),
  // What lies on the stage doesn't scroll; the call's own photographs have it small.
  ...PARTS_NAMES.filter((name) => name !== 'parts-stage').map((name) =>
    shot(`${name}-large-text`, name, { ...partsOf(name), size: 'small', themes: ['light'], largeText: true }),
  ),
]

function partsOf(name: PartsName) {
  const act = name === 'parts-menu' ? opens('menu', press(partsWords.menu)) : forceStates
  return { page: 'gallery-parts', size: 'tall', act } as const
}

/** What lies on the stage is dark in both. */
function themesOf(name: PartsName): Shot['themes'] {
  return name === 'parts-stage' || name === 'parts-menu' ? ['light'] : BOTH
}

/** Several at once, which no pointer and no keyboard could do: what a part says it is, the browser draws. */
async function forceStates(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page)
  await client.send('DOM.enable')
  await client.send('CSS.enable')
  const { root } = await client.send('DOM.getDocument')
  const FORCED = { hover: ['hover'], focus: ['focus', 'focus-visible'], active: ['hover', 'active'] } as const
  for (const [state, forcedPseudoClasses] of Object.entries(FORCED)) {
    const selector = `[data-state="${state}"]`
    const { nodeIds } = await client.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
    for (const nodeId of nodeIds) {
      await client.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: [...forcedPseudoClasses] })
    }
  }
}
