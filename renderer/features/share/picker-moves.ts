// Owns where an arrow key leads in the picker's grid: cells in rows, sections one below the other. Pure.

const MOVES: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}

export type Move = 'left' | 'right' | 'up' | 'down' | 'first' | 'last'

export const moveOf = (key: string): Move | null => MOVES[key] ?? null

interface Grid {
  /** Cells of each section, none of them 0. */
  readonly counts: readonly number[]
  readonly columns: number
}

/** Cells are counted through all sections. `out`: up from the first row, to the search. */
export function cellAfter({ counts, columns }: Grid, from: number | null, move: Move): number | 'out' {
  const last = counts.reduce((sum, count) => sum + count, 0) - 1
  if (from === null) return move === 'last' ? last : 0
  switch (move) {
    case 'left':
      return Math.max(0, from - 1)
    case 'right':
      return Math.min(last, from + 1)
    case 'first':
      return 0
    case 'last':
      return last
    case 'up':
    case 'down':
      return inNextRow(rowsOf(counts, columns), from, move === 'up' ? -1 : 1)
  }
}

interface Row {
  readonly start: number
  readonly length: number
}

function rowsOf(counts: readonly number[], columns: number): readonly Row[] {
  const rows: Row[] = []
  let start = 0
  for (const count of counts) {
    for (let at = 0; at < count; at += columns) {
      rows.push({ start: start + at, length: Math.min(columns, count - at) })
    }
    start += count
  }
  return rows
}

/** Straight up or down; where the row is shorter, its last cell. */
function inNextRow(rows: readonly Row[], from: number, step: 1 | -1): number | 'out' {
  const at = rows.findIndex(({ start, length }) => from >= start && from < start + length)
  const here = rows[at]
  const next = rows[at + step]
  if (!here) return 0
  if (!next) return step < 0 ? 'out' : from
  return next.start + Math.min(from - here.start, next.length - 1)
}
