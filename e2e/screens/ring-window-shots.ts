// Owns the photographs of the ring window: its window's width, and as tall as it makes that window.
import { RING_SCENARIO_NAMES, type RingScenarioName } from '../../renderer/gallery/ring-scenario-names'
import { BOTH, shot, type Shot } from './shot'

const TALL: ReadonlySet<RingScenarioName> = new Set([
  'ring-in-call',
  'ring-long-name',
  'ring-messages',
  'ring-silenced',
  'ring-test',
])
const tall = { page: 'gallery-ring', size: 'ring-tall', themes: BOTH } as const

export const ringWindowShots: readonly Shot[] = [
  ...RING_SCENARIO_NAMES.map((name) =>
    shot(name, name, { ...tall, size: TALL.has(name) ? 'ring-tall' : 'ring' }),
  ),
  shot('ring-large-text', 'ring-stranger', { ...tall, size: 'ring-large', largeText: true }),
  shot('ring-in-call-large-text', 'ring-in-call', { ...tall, size: 'ring-large', largeText: true }),
  shot('ring-messages-large-text', 'ring-messages', { ...tall, size: 'ring-large', largeText: true }),
  shot('ring-forced-colors', 'ring-namesake', { ...tall, forcedColors: true, themes: ['light'] }),
  shot('ring-more-contrast', 'ring-namesake', { ...tall, moreContrast: true }),
]
