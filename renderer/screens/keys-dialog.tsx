// Owns the sheet of all keys, grouped by where they work, and switching single letters off.
import { useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../shared/text/en'
import { failureWords } from '../../shared/text/en-codes'
import { Dialog } from '../ui/dialog'
import { KEYS, KEY_NAMES, keyText } from '../ui/keys'
import { usePlatform } from '../ui/platform-context'
import { Switch } from '../ui/switch'
import { useClient } from './client-context'
import './keys-dialog.css'

const GROUPS = ['everywhere', 'rung', 'call', 'sharing', 'viewing'] as const

export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const platform = usePlatform()
  const { settings, desktop } = useClient()
  const letterKeys = useStore(settings, (state) => state.settings.letterKeys)
  const [problem, setProblem] = useState<string | null>(null)
  const change = async (on: boolean) => {
    const changed = await desktop.call('settings.change', { letterKeys: on })
    setProblem(changed.ok ? null : failureWords(changed.code))
  }
  return (
    <Dialog title={text.keys.title} onClose={onClose} size="m" toRead>
      {GROUPS.map((group) => (
        <section key={group} className="keys-group">
          <h2>{text.keys.groups[group]}</h2>
          <dl>
            {KEY_NAMES.filter((name) => KEYS[name].group === group).map((name) => (
              <div key={name} className="keys-row">
                <dt>{text.keys.actions[name]}</dt>
                <dd>
                  <kbd>{keyText(name, platform).shown}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Switch
        label={text.keys.letters}
        hint={text.keys.lettersHint}
        checked={letterKeys}
        problem={problem}
        onChange={(on) => void change(on)}
      />
    </Dialog>
  )
}
