// Owns the keys that work from any program: one field each, and what the system made of it.
import { useId, type ReactElement } from 'react'
import {
  GLOBAL_KEYS,
  type GlobalKey,
  type GlobalKeyState,
  type GlobalKeysState,
} from '../../../shared/model/global-keys'
import type { Settings } from '../../../shared/model/settings'
import { settingsWords } from '../../../shared/text/en-settings'
import { usePlatform } from '../../ui/platform-context'
import { KeyField } from './key-field'
import { shownKeys } from './read-accelerator'

interface GlobalKeysSettingProps {
  readonly keys: Settings['globalKeys']
  readonly state: GlobalKeysState
  readonly onListen: (listening: boolean) => void
  readonly onChange: (keys: Settings['globalKeys']) => void
}

const words = settingsWords.keys
const PROBLEMS: ReadonlySet<GlobalKeyState> = new Set(['taken', 'twice', 'not-here'])

export function GlobalKeysSetting({ keys, state, onListen, onChange }: GlobalKeysSettingProps): ReactElement {
  const id = useId()
  const platform = usePlatform()
  const refusal = (key: GlobalKey) => (accelerator: string) => {
    const other = GLOBAL_KEYS.find((each) => each !== key && keys[each] === accelerator)
    return other ? words.isOurs(shownKeys(accelerator, platform), words.names[other]) : null
  }
  const said = (key: GlobalKey) => {
    const accelerator = keys[key]
    const sentence = accelerator === null ? '' : words.states[state[key]](shownKeys(accelerator, platform))
    const isProblem = sentence !== '' && PROBLEMS.has(state[key])
    return { problem: isProblem ? sentence : null, hint: isProblem ? '' : sentence }
  }
  return (
    <>
      <p className="muted">{words.hint}</p>
      {GLOBAL_KEYS.map((key) => (
        <KeyField
          key={key}
          id={`${id}-${key}`}
          label={words.names[key]}
          accelerator={keys[key]}
          refusal={refusal(key)}
          said={said(key)}
          onListen={onListen}
          onChange={(accelerator) => onChange({ ...keys, [key]: accelerator })}
        />
      ))}
    </>
  )
}
