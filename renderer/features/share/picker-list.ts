// Owns what the picker lists and in which order: by kind and search, shared lately first, windows of one program together.
// Pure.
import type { ShareSource } from '../../../shared/model/share'

export type SourceKind = ShareSource['kind']

export type Cell =
  | { readonly is: 'source'; readonly key: string; readonly source: ShareSource }
  /** Many windows of one program, until somebody opens it. */
  | {
      readonly is: 'stack'
      readonly key: string
      readonly group: string
      readonly program: string
      readonly sources: readonly ShareSource[]
    }

export interface Section {
  readonly name: 'lately' | 'open' | 'screens'
  readonly cells: readonly Cell[]
}

export interface Wanted {
  readonly kind: SourceKind
  readonly search: string
  /** Titles and programs, newest first. */
  readonly lately: readonly string[]
  /** Programs whose windows are laid out. */
  readonly laidOut: ReadonlySet<string>
  /** Keys of the cells as they stood when somebody began to point at them; empty: nobody has. */
  readonly held: readonly string[]
}

/** Two windows are seen at a glance; from here on one place for all of them is less to look through. */
const STACK_FROM = 3

/** Sections without a cell are left out. */
export function sectionsOf(sources: readonly ShareSource[], wanted: Wanted): readonly Section[] {
  const ofKind = sources.filter(({ kind }) => kind === wanted.kind)
  const found = ofKind.filter((source) => matches(source, wanted.search))
  const { held } = wanted
  const cellsOf = (cells: readonly Cell[]): readonly Cell[] => inPlace(cells, held)
  if (wanted.kind === 'screen') return withCells([{ name: 'screens', cells: cellsOf(found.map(sourceCell)) }])
  const lately = sharedLately(found, ofKind, wanted.lately)
  const others = found.filter((source) => !lately.includes(source))
  const isSearch = fold(wanted.search) !== ''
  const open = isSearch ? together(others).flat().map(sourceCell) : stacked(others, wanted)
  return withCells([
    { name: 'lately', cells: cellsOf(lately.map(sourceCell)) },
    { name: 'open', cells: cellsOf(open) },
  ])
}

/** What was pointed at stays where it is, whichever window opens or comes to the front meanwhile; what is new follows. */
function inPlace(cells: readonly Cell[], held: readonly string[]): readonly Cell[] {
  const at = new Map(held.map((key, place) => [key, place]))
  const place = ({ key }: Cell): number => at.get(key) ?? held.length
  return [...cells].sort((one, other) => place(one) - place(other))
}

const withCells = (sections: readonly Section[]): readonly Section[] =>
  sections.filter(({ cells }) => cells.length > 0)

const sourceCell = (source: ShareSource): Cell => ({ is: 'source', key: source.id, source })

/** Every word of the search stands in the title or the program, without regard to case and accents. */
export function matches({ title, program }: ShareSource, search: string): boolean {
  const place = fold(`${title} ${program ?? ''}`)
  return fold(search)
    .split(' ')
    .every((word) => place.includes(word))
}

const fold = (words: string): string =>
  words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * By title. A program that was shared counts only while it has one window: its title may have changed since, but of
 * several nobody knows which was meant.
 */
function sharedLately(
  found: readonly ShareSource[],
  all: readonly ShareSource[],
  lately: readonly string[],
): readonly ShareSource[] {
  const place = ({ title, program, group }: ShareSource): number => {
    const byTitle = title === '' ? -1 : lately.indexOf(title)
    const isAlone = all.filter((other) => other.group === group).length === 1
    return byTitle < 0 && program !== null && isAlone ? lately.indexOf(program) : byTitle
  }
  return found
    .map((source) => ({ source, at: place(source) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
    .map(({ source }) => source)
}

/** Windows of one program one after the other, where the first of them stood. */
function together(sources: readonly ShareSource[]): readonly (readonly ShareSource[])[] {
  const groups = new Map<string, ShareSource[]>()
  for (const source of sources) {
    const group = source.group === '' ? source.id : source.group
    const others = groups.get(group)
    if (others) others.push(source)
    else groups.set(group, [source])
  }
  return [...groups.values()]
}

function stacked(sources: readonly ShareSource[], { laidOut, held }: Wanted): readonly Cell[] {
  return together(sources).flatMap((windows): readonly Cell[] => {
    const [first] = windows
    const isLaidOut = windows.some(({ id, group }) => laidOut.has(group) || held.includes(id))
    if (!first || windows.length < STACK_FROM || isLaidOut) return windows.map(sourceCell)
    const { group, program, title } = first
    return [{ is: 'stack', key: `stack ${group}`, group, program: program ?? title, sources: windows }]
  })
}
