// Owns one folder of the app: its path, and showing it in the system's own file manager.
import { FolderOpen } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { settingsWords } from '../../shared/text/en-settings'
import { Button } from '../ui/button'
import { useClient } from './client-context'

interface FolderLineProps {
  readonly folder: 'data' | 'logs'
  /** Empty until it was read; the line has its place by then. */
  readonly path: string
}

export function FolderLine({ folder, path }: FolderLineProps): ReactElement {
  const { desktop } = useClient()
  const [failed, setFailed] = useState(false)
  const open = () => {
    void desktop.call('app.openFolder', { folder }).then((answer) => {
      setFailed(!answer.ok || !answer.value.opened)
    })
  }
  return (
    <>
      <div className="set-line">
        <p className="mono set-path" dir="ltr">
          {path}
        </p>
        <Button onClick={open}>
          <FolderOpen />
          {settingsWords.privacy.open}
        </Button>
      </div>
      <p className="set-problem small" role="alert">
        {failed && settingsWords.privacy.openFailed}
      </p>
    </>
  )
}
