// Owns restoring a saved identity where there is no other yet, or one that can't be read. The host loads the page anew after.
import type { ReactElement } from 'react'
import { settingsWords } from '../../shared/text/en-settings'
import { RestoreIdentity } from '../features/identity/restore-identity'
import { Dialog } from '../ui/dialog'
import { useClient } from './client-context'
import './settings.css'

const words = settingsWords.restore

export function RestoreDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Dialog title={words.begin} onClose={onClose}>
      <div className="settings-form">
        <p>{words.ask}</p>
        <p className="muted">{words.onlyOne}</p>
        <RestoreIdentity desktop={useClient().desktop} onCancel={onClose} />
      </div>
    </Dialog>
  )
}
