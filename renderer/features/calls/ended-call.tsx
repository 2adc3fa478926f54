// Owns the end of a call: the reason in words that say what to do next, and calling again.
import { Ban, Phone, UserPlus, Video } from 'lucide-react'
import { useEffect, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'
import { text } from '../../../shared/text/en'
import { endWords } from '../../../shared/text/en-codes'
import { historyWords } from '../../../shared/text/en-history'
import type { EndReason } from '../../../shared/model/call'
import { Avatar } from '../../ui/avatar'
import { Button } from '../../ui/button'
import { duration } from '../../ui/format'
import { isolated } from '../../lib/spoken-name'
import { shownName, spokenName } from '../../ui/names'
import { useFocusOnMount } from '../../ui/use-focus-on-mount'
import type { CallView } from './calls-store'
import './ended-call.css'

interface EndedCallProps {
  readonly person: CallView['person']
  readonly reason: EndReason
  readonly talkedMs: number
  /** What they said when they declined. */
  readonly words?: string | undefined
  readonly direction: CallView['direction']
  readonly video: boolean
  /** Null where this person can't be called from here. */
  readonly onCall: ((video: boolean) => void) | null
  readonly onSave: (() => void) | null
  /** Of somebody unknown who called in vain, perhaps for the thirtieth time; else null. */
  readonly onBlock: (() => void) | null
  readonly onClose: () => void
  /** What else stays of the call. */
  readonly children?: ReactNode
}

/** Words that were said with a decline may be a paragraph. */
const LONG_TITLE = 64

/** Calling again is possible there, but not what we suggest. */
const NOT_FIRST: ReadonlySet<EndReason> = new Set<EndReason>([
  'identity-mismatch',
  'misbehaved',
  'not-invited',
  'join-code-needed',
])

/** Not where a dialog over the page took it. */
const closeOnEscape = (onClose: () => void) => (event: KeyboardEvent<HTMLElement>) => {
  const { target, currentTarget } = event
  const isOwn = target instanceof Node && currentTarget.contains(target)
  if (event.key === 'Escape' && isOwn && !event.defaultPrevented) onClose()
}

export function EndedCall(props: EndedCallProps): ReactElement {
  const { person, reason, talkedMs, direction, video, onCall, onSave, onBlock, onClose } = props
  const name = spokenName(person.name)
  // On the page, not on a button: a stray Space or Enter must not take the reason away unread.
  const page = useFocusOnMount<HTMLElement>()
  const canSave = onSave !== null
  // A button that has done its work goes, and must not take the focus along.
  useEffect(() => {
    if (document.activeElement === document.body) page.current?.focus({ preventScroll: true })
  }, [canSave, page])
  const words = endWords(reason, {
    name,
    talked: talkedMs > 0,
    canCall: onCall !== null,
  })
  const again = direction === 'incoming' && talkedMs === 0 ? text.ended.callBack : text.ended.callAgain
  const title = props.words === undefined ? words.title : text.ended.said(name, isolated(props.words))
  return (
    <main className="ended" aria-label={title} tabIndex={-1} ref={page} onKeyDown={closeOnEscape(onClose)}>
      <Avatar id={person.id} name={person.name} picture={person.picture} size="l" />
      <h1 className={title.length > LONG_TITLE ? 'ended-long' : 'name-xl'}>{title}</h1>
      <p className="muted">
        {shownName(person.name)}
        {talkedMs > 0 && <> · {text.ended.talkedFor(duration(talkedMs))}</>}
      </p>
      {person.namesake !== undefined && (
        <p className="ended-next">
          <bdi>{text.incoming.notNamesake(shownName(person.namesake))}</bdi>
        </p>
      )}
      {words.next && <p className="ended-next">{words.next}</p>}
      {!onCall && <p className="ended-next muted">{text.people.noCallBack}</p>}
      {props.children}
      <div className="ended-acts">
        {onCall && (
          <Button kind={NOT_FIRST.has(reason) ? 'quiet' : 'primary'} size="l" onClick={() => onCall(video)}>
            {video ? <Video /> : <Phone />}
            {again}
          </Button>
        )}
        {onCall && video && (
          <Button size="l" onClick={() => onCall(false)}>
            <Phone />
            {text.ended.callBackSound}
          </Button>
        )}
        <Button size="l" onClick={onClose}>
          {text.ended.close}
        </Button>
      </div>
      <div className="ended-person">
        {onSave && (
          <Button kind="ghost" onClick={onSave}>
            <UserPlus />
            {text.people.saveShort}
          </Button>
        )}
        {onBlock && (
          <Button
            kind="ghost"
            aria-label={historyWords.blockPerson(historyWords.block, shownName(person.name))}
            onClick={onBlock}
          >
            <Ban />
            {historyWords.block}
          </Button>
        )}
      </div>
    </main>
  )
}
