// Owns choosing keys by pressing them. Esc leaves them as they were, Backspace takes them away; leaving the field ends it too.
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { settingsWords } from '../../../shared/text/en-settings'
import { Button } from '../../ui/button'
import { FieldNote } from '../../ui/field'
import { usePlatform } from '../../ui/platform-context'
import { readKeys, shownKeys } from './read-accelerator'

interface KeyFieldProps {
  readonly id: string
  readonly label: string
  readonly accelerator: string | null
  /** Why these can't be taken; null: they can. */
  readonly refusal: (accelerator: string) => string | null
  /** What became of those that are set. */
  readonly said: { readonly problem: string | null; readonly hint: string }
  readonly onListen: (listening: boolean) => void
  readonly onChange: (accelerator: string | null) => void
}

const words = settingsWords.keys

export function KeyField(props: KeyFieldProps): ReactElement {
  const { id, label, accelerator, said } = props
  const platform = usePlatform()
  const { listening, problem, begin, end, press } = useListening(props)
  const shown = accelerator === null ? words.none : shownKeys(accelerator, platform)
  return (
    <div className="settings-key">
      <span className="settings-key-name" id={`${id}-name`}>
        {label}
      </span>
      <Button
        className="settings-key-press num"
        aria-label={listening ? words.listening : words.choose(label, shown)}
        aria-describedby={`${id}-note`}
        aria-pressed={listening}
        onClick={({ currentTarget }) => {
          // Not every browser gives it to what is clicked.
          currentTarget.focus()
          if (listening) end()
          else begin()
        }}
        onKeyDown={(event) => listening && press(event)}
        onBlur={end}
      >
        {listening ? words.listening : shown}
      </Button>
      <FieldNote
        id={`${id}-note`}
        problem={listening ? problem : said.problem}
        hint={listening ? words.listeningHint : said.hint}
      />
    </div>
  )
}

function useListening({ refusal, onListen, onChange }: KeyFieldProps) {
  const platform = usePlatform()
  const [listening, setListening] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const isOn = useRef(false)
  const listen = (on: boolean): void => {
    if (isOn.current === on) return
    isOn.current = on
    setListening(on)
    setProblem(null)
    onListen(on)
  }
  const end = (): void => listen(false)
  const press = (event: KeyboardEvent): void => {
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
    const bare = !ctrlKey && !metaKey && !altKey && !shiftKey
    // The keyboard's own way out stays.
    if (key === 'Tab' && (bare || (shiftKey && !ctrlKey && !metaKey && !altKey))) return
    event.preventDefault()
    event.stopPropagation()
    if (bare && key === 'Escape') return end()
    if (bare && key === 'Backspace') {
      end()
      return onChange(null)
    }
    const read = readKeys({ key, code, ctrlKey, metaKey, altKey, shiftKey }, platform)
    if (read.is === 'begun') return
    if (read.is !== 'keys') {
      const needs = platform === 'mac' ? words.needsModifierMac : words.needsModifier
      return setProblem(read.is === 'unusable' ? words.unusable : needs)
    }
    const refused = refusal(read.accelerator)
    if (refused !== null) return setProblem(refused)
    end()
    onChange(read.accelerator)
  }
  return { listening, problem, begin: () => listen(true), end, press }
}
