// Owns the names of the sheets of parts, apart from their contents so that a test may list them without a browser.

export const PARTS_NAMES = [
  'parts-buttons',
  'parts-fields',
  'parts-choices',
  'parts-faces',
  'parts-people',
  'parts-news',
  'parts-stage',
  'parts-dialog',
  'parts-menu',
] as const
export type PartsName = (typeof PARTS_NAMES)[number]
