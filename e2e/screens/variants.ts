// Owns the photographs of every scenario as those need it who read large text, a contrast theme, or more contrast. Reduced
// motion is what all photographs are taken with.
import type { Shot } from './shot'
import { PLAIN_SHOTS } from './shots'

const LIGHT = ['light'] as const

const largeText = (shot: Shot): Shot => ({
  ...shot,
  name: `${shot.name}, text 200 %`,
  largeText: true,
  themes: LIGHT,
  axe: 'nothing',
})

/** The colours are the system's own, whatever the theme. */
const forcedColors = (shot: Shot): Shot => ({
  ...shot,
  name: `${shot.name}, forced colours`,
  forcedColors: true,
  themes: LIGHT,
  axe: 'nothing',
})

const moreContrast = (shot: Shot): Shot => ({
  ...shot,
  name: `${shot.name}, more contrast`,
  moreContrast: true,
  axe: 'contrast',
})

/** One size each. What runs looks as its scenario at rest, and takes seconds to get there. */
export const VARIANTS: readonly Shot[] = PLAIN_SHOTS.filter(({ name }) => !name.endsWith('-running')).flatMap(
  (shot) => [largeText(shot), forcedColors(shot), moreContrast(shot)],
)
