// Owns entering the home server's join code from anywhere; then that server is dialled again at once.
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { hostOf } from '../../shared/link/base-url'
import { text } from '../../shared/text/en'
import { JoinCodeForm } from '../features/connection/join-code-form'
import { Dialog } from '../ui/dialog'
import { useClient } from './client-context'
import { homeServerOf } from './home-server'
import './settings.css'

export function JoinCodeDialog({ onClose }: { readonly onClose: () => void }): ReactElement | null {
  const { desktop, connection, commands } = useClient()
  const server = homeServerOf(useStore(connection))
  if (!server) return null
  return (
    <Dialog title={text.joinCode.title(hostOf(server))} onClose={onClose}>
      <div className="settings-form">
        <JoinCodeForm
          desktop={desktop}
          server={server}
          action={text.joinCode.use}
          onKept={() => {
            commands.connection.retryHome()
            onClose()
          }}
        />
      </div>
    </Dialog>
  )
}
