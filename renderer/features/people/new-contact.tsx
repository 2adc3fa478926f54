// Owns making a contact from a link: paste it, name the person. The link is read as in the call box; nothing is dialled.
import { useState, type SubmitEvent, type ReactElement } from 'react'
import { parseCallLink } from '../../../shared/link/call-link'
import type { Contact } from '../../../shared/model/contact'
import { MAX_LINK_CHARS, MAX_NAME_CHARS } from '../../../shared/protocol/limits'
import type { Result } from '../../../shared/result'
import { failureWords, linkProblemWords } from '../../../shared/text/en-codes'
import { peopleWords } from '../../../shared/text/en-people'
import { text } from '../../../shared/text/en'
import { cleanName } from '../../lib/clean-name'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'

interface NewContactProps {
  readonly ownId: string | null
  readonly nameOf: (id: string) => string | null
  readonly save: (person: Pick<Contact, 'id' | 'name' | 'server'>) => Promise<Result<unknown>>
  readonly onSaved: (id: string) => void
  readonly onCancel: () => void
}

interface Problems {
  readonly link: string | null
  readonly name: string | null
}

export function NewContact(props: NewContactProps): ReactElement {
  const { ownId, nameOf, save, onSaved, onCancel } = props
  const [link, setLink] = useState('')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const words = peopleWords.add
  const read = parseCallLink(link)
  const known = read.ok ? nameOf(read.value.id) : null
  const problems: Problems = {
    link: read.ok
      ? read.value.id === ownId
        ? words.own
        : known !== null
          ? words.known(known)
          : null
      : link === ''
        ? words.linkMissing
        : linkProblemWords(read.code, read.detail),
    name: cleanName(name) === '' ? words.nameMissing : null,
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!read.ok || problems.link !== null || problems.name !== null) return
    const { id, server } = read.value
    const saved = await save({ id, name: cleanName(name), server })
    if (saved.ok) onSaved(id)
    else setFailed(failureWords(saved.code))
  }
  return (
    <form className="contact-page" noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label={text.callBox.field}
        placeholder={text.callBox.placeholder}
        maxLength={MAX_LINK_CHARS}
        value={link}
        onChange={(event) => setLink(event.target.value)}
        problem={tried || link !== '' ? problems.link : null}
      />
      <Field
        label={peopleWords.page.name}
        maxLength={MAX_NAME_CHARS}
        value={name}
        onChange={(event) => setName(event.target.value)}
        problem={tried ? (problems.name ?? failed) : null}
      />
      <div className="dialog-acts">
        <Button onClick={onCancel}>{text.app.cancel}</Button>
        <Button kind="primary" type="submit">
          {words.save}
        </Button>
      </div>
    </form>
  )
}
