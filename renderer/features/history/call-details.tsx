// Owns what is known of a call, or of each that one row tells: when, how long, why it ended, how its connection was, who; and
// keeping them from ringing. Loaded when a row is first opened.
import { Trash2 } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import type { CallRecord } from '../../../shared/model/call-record'
import { endWords } from '../../../shared/text/en-codes'
import { historyWords } from '../../../shared/text/en-history'
import { cleanName } from '../../lib/clean-name'
import { Button, IconButton } from '../../ui/button'
import { duration, timeOfDay, wholeDate } from '../../ui/format'
import { shownName, spokenName } from '../../ui/names'
import { markOf } from './call-outcome'
import type { CallRow } from './call-rows'

interface CallDetailsProps {
  readonly row: CallRow
  readonly isBlocked: boolean
  readonly remove: (records: readonly CallRecord[]) => void
  readonly setBlocked: (blocked: boolean) => void
}

export function CallDetails({ row, isBlocked, remove, setBlocked }: CallDetailsProps): ReactElement {
  const blockWords = isBlocked ? historyWords.unblock : historyWords.block
  const given = cleanName(row.newest.name)
  return (
    <div className="call-details small">
      {row.calls.map((record) => (
        <OneCall key={record.n} record={record} name={row.name} onRemove={() => remove([record])} />
      ))}
      <dl>
        {given !== '' && given !== cleanName(row.name) && (
          <Fact name={historyWords.givenName}>
            <bdi>{given}</bdi>
          </Fact>
        )}
        <Fact name={historyWords.id}>
          <span className="mono">{row.id}</span>
        </Fact>
      </dl>
      <div className="call-acts">
        <Button
          size="s"
          aria-label={historyWords.blockPerson(blockWords, shownName(row.name))}
          onClick={() => setBlocked(!isBlocked)}
        >
          {blockWords}
        </Button>
      </div>
    </div>
  )
}

interface OneCallProps {
  readonly record: CallRecord
  readonly name: string
  readonly onRemove: () => void
}

function OneCall({ record, name, onRemove }: OneCallProps): ReactElement {
  const { startedAt, talkedMs, reason, quality, video } = record
  const time = timeOfDay(startedAt)
  const kind = historyWords.kinds[video ? 'video' : 'sound']
  return (
    <div className="call-facts">
      <dl>
        <Fact name={historyWords.marks[markOf(record)]}>
          <time dateTime={new Date(startedAt).toISOString()}>
            {historyWords.line(wholeDate(startedAt), time)}
          </time>
        </Fact>
        {talkedMs > 0 && (
          <Fact name={historyWords.length}>{historyWords.line(duration(talkedMs), kind)}</Fact>
        )}
        <Fact name={historyWords.ended}>
          {endWords(reason, { name: spokenName(name), talked: talkedMs > 0 }).title}
        </Fact>
        {quality && <Fact name={historyWords.connection}>{historyWords.qualities[quality]}</Fact>}
      </dl>
      <IconButton kind="ghost" size="s" label={historyWords.removeOne(time)} onClick={onRemove}>
        <Trash2 />
      </IconButton>
    </div>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
