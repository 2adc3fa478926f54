// Owns entering the join code of one server. Leaves what happens then to whoever shows it.
import { KeyRound } from 'lucide-react'
import { useState, type ReactElement, type SyntheticEvent } from 'react'
import { hostOf, type BaseUrl } from '../../../shared/link/base-url'
import { MAX_JOIN_CODE_CHARS, joinCodeSchema } from '../../../shared/protocol/join-code'
import { text } from '../../../shared/text/en'
import { failureWords } from '../../../shared/text/en-codes'
import type { Desktop } from '../../platform/desktop'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import './join-code-form.css'

interface JoinCodeFormProps {
  readonly desktop: Desktop
  readonly server: BaseUrl
  /** What its button does. */
  readonly action: string
  readonly onKept: () => void
}

export function JoinCodeForm({ desktop, server, action, onKept }: JoinCodeFormProps): ReactElement {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [working, setWorking] = useState(false)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const code = joinCodeSchema.safeParse(typed)
    if (!code.success) return setProblem(text.joinCode.wrongLength)
    setWorking(true)
    void desktop.call('join.keep', { server, code: code.data }).then((kept) => {
      setWorking(false)
      if (kept.ok) onKept()
      else setProblem(failureWords(kept.code))
    })
  }
  return (
    <form className="join-code" onSubmit={submit} noValidate>
      <Field
        label={text.joinCode.field}
        icon={<KeyRound />}
        maxLength={MAX_JOIN_CODE_CHARS}
        autoCapitalize="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setProblem(null)
        }}
        problem={problem}
        hint={text.joinCode.hint(hostOf(server))}
      />
      <Button kind="primary" type="submit" working={working}>
        {action}
      </Button>
    </form>
  )
}
