// Owns the end of a call: the reason in words that say what to do next, and calling again.
import { Phone, UserPlus, Video } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { text } from '../../../shared/text/en'
import { endWords } from '../../../shared/text/en-codes'
import type { EndReason } from '../../../shared/model/call'
import { Avatar } from '../../ui/avatar'
import { Button } from '../../ui/button'
import { duration } from '../../ui/format'
import { shownName, spokenName } from '../../ui/names'
import { useFocusOnMount } from '../../ui/use-focus-on-mount'
import type { CallView } from './calls-store'
import './ended-call.css'

interface EndedCallProps {
  readonly person: CallView['person']
  readonly reason: EndReason
  readonly talkedMs: number
  readonly direction: CallView['direction']
  readonly video: boolean
  /** Null where this person can't be called from here. */
  readonly onCall: ((video: boolean) => void) | null
  readonly onSave: (() => void) | null
  readonly onClose: () => void
  /** What else stays of the call. */
  readonly children?: ReactNode
}

/** Calling again is possible there, but not what we suggest. */
const MISTRUSTED: ReadonlySet<EndReason> = new Set<EndReason>(['identity-mismatch', 'misbehaved'])

export function EndedCall(props: EndedCallProps): ReactElement {
  const { person, reason, talkedMs, direction, video, onCall, onSave, onClose } = props
  // On the page, not on a button: a stray Space or Enter must not take the reason away unread.
  const page = useFocusOnMount<HTMLElement>()
  const words = endWords(reason, {
    name: spokenName(person.name),
    talked: talkedMs > 0,
    canCall: onCall !== null,
  })
  const again = direction === 'incoming' && talkedMs === 0 ? text.ended.callBack : text.ended.callAgain
  return (
    <main className="ended" aria-label={words.title} tabIndex={-1} ref={page}>
      <Avatar id={person.id} name={person.name} size="l" />
      <h1 className="name-xl">{words.title}</h1>
      <p className="muted">
        {shownName(person.name)}
        {talkedMs > 0 && <> · {text.ended.talkedFor(duration(talkedMs))}</>}
      </p>
      {words.next && <p className="ended-next">{words.next}</p>}
      {!onCall && <p className="ended-next muted">{text.people.noCallBack}</p>}
      {props.children}
      <div className="ended-acts">
        {onCall && (
          <Button kind={MISTRUSTED.has(reason) ? 'quiet' : 'primary'} size="l" onClick={() => onCall(video)}>
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
      {onSave && (
        <Button kind="ghost" onClick={onSave}>
          <UserPlus />
          {text.people.saveShort}
        </Button>
      )}
    </main>
  )
}
