// Owns the pages of small text that a window of 1920 × 1080 shows while it is measured.
import { smallText } from '../../e2e/windows/reading-text'
import type { TextColumn } from '../../e2e/windows/test-windows'

export const PAGE = { width: 1920, height: 1080 } as const

/** The same words from another line on, so that all changes. */
export function pageOf(from: number): readonly TextColumn[] {
  return smallText({ sizesPx: [9, 10, 11, 12], widthPx: PAGE.width, heightPx: 880 }).map((column) => ({
    ...column,
    lines: [...column.lines.slice(from), ...column.lines.slice(0, from)],
  }))
}
