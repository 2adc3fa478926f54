// Owns which display a screen source is: only a look at the sources tells, and the bar and the border need it later.

export interface ScreenDisplays {
  readonly saw: (sourceId: string, displayId: string) => void
  readonly idOf: (sourceId: string) => string | null
}

export function createScreenDisplays(): ScreenDisplays {
  const known = new Map<string, string>()
  return {
    saw: (sourceId, displayId) => void known.set(sourceId, displayId),
    idOf: (sourceId) => known.get(sourceId) ?? null,
  }
}
