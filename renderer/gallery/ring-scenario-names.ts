// Owns the names of the ring window's scenarios, apart from their contents so that a test may list them without a browser.

export const RING_SCENARIO_NAMES = [
  'ring-video',
  'ring-sound',
  'ring-picture',
  'ring-stranger',
  'ring-namesake',
  'ring-no-name',
  'ring-long-name',
  'ring-right-to-left',
  'ring-emoji',
  'ring-silenced',
  'ring-in-call',
  'ring-test',
  'ring-messages',
] as const
export type RingScenarioName = (typeof RING_SCENARIO_NAMES)[number]
