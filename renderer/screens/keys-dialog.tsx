// Owns the sheet of all keys, grouped by where they work.
import type { ReactElement } from 'react'
import { text } from '../../shared/text/en'
import { Dialog } from '../ui/dialog'
import { KEYS, KEY_NAMES, keyText } from '../ui/keys'
import { usePlatform } from '../ui/platform-context'
import './keys-dialog.css'

const GROUPS = ['everywhere', 'rung', 'call', 'sharing', 'viewing'] as const

export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const platform = usePlatform()
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
      <p className="muted">{text.keys.lettersHint}</p>
    </Dialog>
  )
}
