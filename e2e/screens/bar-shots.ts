// Owns the photographs of the sharing bar: its window's width, and as tall as it makes that window.
import { BAR_SCENARIO_NAMES } from '../../renderer/gallery/bar-scenario-names'
import { BOTH, shot, type Shot } from './shot'

const bar = { page: 'gallery-bar', size: 'bar' } as const

export const barShots: readonly Shot[] = [
  ...BAR_SCENARIO_NAMES.map((name) => shot(name, name, { ...bar, themes: BOTH })),
  shot('bar-large-text', 'bar-came-back', { ...bar, size: 'bar-tall', largeText: true }),
  shot('bar-long-title-large-text', 'bar-long-title', { ...bar, size: 'bar-tall', largeText: true }),
  shot('bar-forced-colors', 'bar-sharing', { ...bar, forcedColors: true }),
]
