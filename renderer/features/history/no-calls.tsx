// Owns what stands in the list of recent calls where it is empty.
import { Phone } from 'lucide-react'
import type { ReactElement } from 'react'
import { historyWords } from '../../../shared/text/en-history'
import { text } from '../../../shared/text/en'
import { Button } from '../../ui/button'
import type { CallFilter } from './call-rows'

interface NoCallsProps {
  readonly query: string
  readonly filter: CallFilter
  readonly onShowAll: () => void
}

export function NoCalls({ query, filter, onShowAll }: NoCallsProps): ReactElement {
  const isFiltered = filter !== 'all'
  const [title, hint] = wordsOf(query, filter)
  return (
    <div className="people-void">
      <Phone className="xl" />
      <h2>{title}</h2>
      <p className="muted">{hint}</p>
      {isFiltered && <Button onClick={onShowAll}>{historyWords.showAll}</Button>}
    </div>
  )
}

function wordsOf(query: string, filter: CallFilter): readonly [title: string, hint: string] {
  if (query !== '') return [text.home.nobodyFound(query), text.home.nobodyFoundHint]
  if (filter !== 'all') return [historyWords.noneTitle[filter], historyWords.noneHint]
  return [text.home.noCallsTitle, text.home.noCallsHint]
}
