// Owns finding settings by words: every typed word must begin a word of the row's title, its page or what people also call
// it. Pure.
import { settingsWords } from '../../../shared/text/en-settings'
import { PAGES, rowsOf, type PageId, type RowId } from './settings-pages'

export interface FoundPage {
  readonly page: PageId
  readonly rows: readonly RowId[]
}

export function searchSettings(query: string, isGuest: boolean): readonly FoundPage[] {
  const wanted = wordsOf(query)
  if (wanted.length === 0) return []
  return PAGES.flatMap((page) => {
    const rows = rowsOf(page, isGuest).filter((row) => matches(wanted, page, row))
    return rows.length === 0 ? [] : [{ page, rows }]
  })
}

function matches(wanted: readonly string[], page: PageId, row: RowId): boolean {
  const { title, also } = settingsWords.rows[row]
  const words = wordsOf(`${settingsWords.pages[page]} ${title} ${also}`)
  return wanted.every((part) => words.some((word) => word.startsWith(part)))
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLocaleLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
