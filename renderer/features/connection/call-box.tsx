// Owns the field for somebody else's link. Explains beside the field what is wrong with it; dials only when pressed.
import { Link, Phone, Video } from 'lucide-react'
import { useRef, useState, type SyntheticEvent, type ReactElement } from 'react'
import { hostOf } from '../../../shared/link/base-url'
import type { CallLink } from '../../../shared/link/call-link'
import { text } from '../../../shared/text/en'
import { linkProblemWords } from '../../../shared/text/en-codes'
import { Button, IconButton } from '../../ui/button'
import { Field } from '../../ui/field'
import { useAfterPress } from '../../ui/use-after-press'
import { useShortcut } from '../../ui/use-shortcut'
import { readPasted, type PasteContext, type PastedLink } from './call-box-rules'
import './call-box.css'

interface CallBoxProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly context: PasteContext
  /** Who this is, where it is known. */
  readonly nameOf: (id: string) => string | null
  /** Said in place of a hint: why nothing can be called, or where the link came from. */
  readonly note: string | null
  /** The link was tried, and its server didn't answer. */
  readonly silentServer: boolean
  readonly disabled: boolean
  readonly onCall: (link: CallLink, video: boolean) => void
}

export function CallBox(props: CallBoxProps): ReactElement {
  const { value, onChange, context, nameOf, note, silentServer, disabled, onCall } = props
  const field = useRef<HTMLInputElement>(null)
  // While somebody types, half a link is not yet a wrong one.
  const [judged, setJudged] = useState(false)
  const [askedEmpty, setAskedEmpty] = useState(false)
  const afterPress = useAfterPress()
  useShortcut('pasteLink', () => {
    field.current?.focus()
    field.current?.select()
  })
  const pasted = readPasted(value, context)
  const silent = silentServer && pasted.is === 'callable' ? pasted.link.server : null
  const call = (video: boolean) => {
    setJudged(true)
    if (pasted.is === 'callable' && !disabled) onCall(pasted.link, video)
    else if (pasted.is === 'empty') setAskedEmpty(true)
    if (pasted.is !== 'callable') field.current?.focus()
  }
  const change = (next: string) => {
    // More than one character at once was pasted.
    setJudged((was) => (next === '' ? false : was || Math.abs(next.length - value.length) > 1))
    setAskedEmpty(false)
    onChange(next)
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    call(true)
  }
  return (
    <section aria-labelledby="other-link">
      <form className="call-box" onSubmit={submit} noValidate>
        <h2 id="other-link">{text.callBox.title}</h2>
        <Field
          ref={field}
          label={text.callBox.field}
          labelHidden
          icon={<Link />}
          placeholder={text.callBox.placeholder}
          value={value}
          onChange={(event) => change(event.target.value)}
          // What is said then makes the page longer, under whatever is just being pressed.
          onBlur={() => afterPress(() => setJudged(value !== ''))}
          dir="ltr"
          problem={silent ? text.callBox.noServer(hostOf(silent)) : problemOf(pasted, judged, askedEmpty)}
          hint={hintOf(pasted, nameOf, note)}
          after={<CallButtons ready={pasted.is === 'callable' && !disabled} onCall={call} />}
        />
      </form>
    </section>
  )
}

function problemOf(pasted: PastedLink, judged: boolean, askedEmpty: boolean): string | null {
  if (pasted.is === 'wrong' && judged) return pasted.why
  return pasted.is === 'empty' && askedEmpty ? linkProblemWords('empty') : null
}

function hintOf(
  pasted: PastedLink,
  nameOf: CallBoxProps['nameOf'],
  note: string | null,
): ReactElement | undefined {
  const name = pasted.is === 'callable' ? nameOf(pasted.link.id) : null
  const words = [name === null ? null : text.callBox.person(name), note].filter((word) => word !== null)
  return words.length > 0 ? <span>{words.join(' ')}</span> : undefined
}

interface CallButtonsProps {
  readonly ready: boolean
  readonly onCall: (video: boolean) => void
}

function CallButtons({ ready, onCall }: CallButtonsProps): ReactElement {
  return (
    <>
      <Button type="submit" kind={ready ? 'primary' : 'quiet'} className={ready ? '' : 'not-yet'}>
        <Video />
        {text.callBox.call}
      </Button>
      <IconButton
        label={text.callBox.callSound}
        className={ready ? '' : 'not-yet'}
        onClick={() => onCall(false)}
      >
        <Phone />
      </IconButton>
    </>
  )
}
