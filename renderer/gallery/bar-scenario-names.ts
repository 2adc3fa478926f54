// Owns the names of the sharing bar's scenarios, apart from their contents so that a test may list them without a browser.

export const BAR_SCENARIO_NAMES = [
  'bar-sharing',
  'bar-screen',
  'bar-troubled',
  'bar-paused',
  'bar-minimised',
  'bar-other-desktop',
  'bar-hidden',
  'bar-locked',
  'bar-lost',
  'bar-came-back',
  'bar-long-title',
  'bar-right-to-left',
  'bar-nameless',
] as const
export type BarScenarioName = (typeof BAR_SCENARIO_NAMES)[number]
