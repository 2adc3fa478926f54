// Owns the icons of the windows that were listed last, for the sharing bar: it is there after the list is gone.
import type { SourceKind } from './look-plan'
import type { SeenSource } from './source-list'

export interface SourceIcons {
  readonly saw: (kinds: readonly SourceKind[], seen: readonly SeenSource[]) => void
  readonly of: (sourceId: string) => string | null
}

export function createSourceIcons(): SourceIcons {
  let known: ReadonlyMap<string, string> = new Map()
  return {
    saw(kinds, seen) {
      if (!kinds.includes('window')) return
      known = new Map(seen.flatMap(({ id, icon }) => (icon === null ? [] : [[id, icon]])))
    },
    of: (sourceId) => known.get(sourceId) ?? null,
  }
}
