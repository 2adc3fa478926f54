// Owns what the picker lists now: the kind, the search, the programs that were laid out, and what stands still under the pointer.
import { useState } from 'react'
import { useStore } from 'zustand'
import { sectionsOf, type Cell, type Section, type SourceKind } from './picker-list'
import type { ShareStore, SourceList } from './share-store'

export interface PickerList {
  readonly kind: SourceKind
  readonly search: string
  readonly sections: readonly Section[]
  readonly cells: readonly Cell[]
  readonly setKind: (kind: SourceKind) => void
  readonly setSearch: (search: string) => void
  readonly layOut: (group: string) => void
  /** Somebody points at the cells: from now on they stand still, until something else is to be listed. */
  readonly hold: () => void
}

interface Wanted {
  readonly kind: SourceKind
  readonly search: string
  readonly laidOut: ReadonlySet<string>
  readonly held: readonly string[]
}

const AT_FIRST: Wanted = { kind: 'window', search: '', laidOut: new Set(), held: [] }

export function usePickerList(share: ShareStore, list: SourceList): PickerList {
  const [wanted, setWanted] = useState(AT_FIRST)
  const lately = useStore(share, (state) => state.lately)
  const sections = sectionsOf(list.is === 'listed' ? list.sources : [], { ...wanted, lately })
  const cells = sections.flatMap((section) => section.cells)
  const want = (change: Partial<Wanted>): void => setWanted({ ...wanted, held: [], ...change })
  return {
    ...{ kind: wanted.kind, search: wanted.search, sections, cells },
    setKind: (kind) => want({ kind }),
    setSearch: (search) => want({ search }),
    layOut: (group) => want({ laidOut: new Set([...wanted.laidOut, group]) }),
    hold() {
      if (wanted.held.length === 0) want({ held: cells.map(({ key }) => key) })
    },
  }
}
