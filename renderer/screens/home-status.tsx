// Owns the row at the foot of the list: me, whether I can be rung, settings.
import { Settings } from 'lucide-react'
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../shared/text/en'
import { statusWords } from '../features/connection/status-words'
import { Avatar } from '../ui/avatar'
import { IconButton } from '../ui/button'
import { PersonName } from '../ui/person-name'
import { useClient, useFrame } from './client-context'

export function HomeStatus(): ReactElement {
  const client = useClient()
  const frame = useFrame()
  const identity = useStore(client.identity)
  const name = useStore(client.settings, ({ settings }) => settings.name)
  const connection = useStore(client.connection)
  const { dot, words } = statusWords(connection, identity.status)
  return (
    <div className="status">
      <Avatar id={identity.status === 'ready' ? identity.id : ''} name={name} />
      <div className="grow">
        <PersonName as="h2" className="strong" name={name} />
        <p className="small status-line">
          <span className={`dot ${dot}`} />
          <span className="clip" title={words}>
            {words}
          </span>
        </p>
      </div>
      <IconButton
        kind="ghost"
        size="s"
        label={text.home.settings}
        keyName="settings"
        onClick={() => frame.setState({ overlay: 'settings' })}
      >
        <Settings />
      </IconButton>
    </div>
  )
}
