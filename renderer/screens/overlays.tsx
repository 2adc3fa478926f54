// Owns the dialogs that lie over any screen; each is loaded when it is first opened.
import { lazy, Suspense, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { useFrame } from './client-context'

const SettingsDialog = lazy(async () => ({ default: (await import('./settings-dialog')).SettingsDialog }))
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog')).KeysDialog }))
const QrDialog = lazy(async () => ({ default: (await import('./qr-dialog')).QrDialog }))
const RestoreDialog = lazy(async () => ({ default: (await import('./restore-dialog')).RestoreDialog }))
const JoinCodeDialog = lazy(async () => ({ default: (await import('./join-code-dialog')).JoinCodeDialog }))
const ContactDialog = lazy(async () => ({ default: (await import('./contact-dialog')).ContactDialog }))
const ContactsDialog = lazy(async () => ({ default: (await import('./contacts-dialog')).ContactsDialog }))
const NewContactDialog = lazy(async () => ({
  default: (await import('./new-contact-dialog')).NewContactDialog,
}))

export function Overlays(): ReactElement {
  const frame = useFrame()
  const { overlay, contact, settingsAt } = useStore(frame)
  const close = () => frame.setState({ overlay: null, settingsAt: null })
  return (
    <Suspense>
      {overlay === 'settings' && <SettingsDialog at={settingsAt} onClose={close} />}
      {overlay === 'keys' && <KeysDialog onClose={close} />}
      {overlay === 'restore' && <RestoreDialog onClose={close} />}
      {overlay === 'joinCode' && <JoinCodeDialog onClose={close} />}
      {overlay === 'qr' && <QrDialog onClose={close} />}
      {overlay === 'newContact' && <NewContactDialog onClose={close} />}
      {overlay === 'contacts' && <ContactsDialog onClose={close} />}
      {contact !== null && (
        <ContactDialog key={contact} id={contact} onClose={() => frame.setState({ contact: null })} />
      )}
    </Suspense>
  )
}
