// Owns the dialogs that lie over any screen; each is loaded when it is first opened.
import type { ComponentType, ReactElement } from 'react'
import { useStore } from 'zustand'
import { lazyPart } from '../ui/lazy-part'
import { useFrame } from './client-context'
import { NotLoaded } from './not-loaded'

const lazyDialog = <P extends { readonly onClose: () => void }>(load: () => Promise<ComponentType<P>>) =>
  lazyPart(load, { failed: NotLoaded })

const SettingsDialog = lazyDialog(async () => (await import('./settings-dialog')).SettingsDialog)
const KeysDialog = lazyDialog(async () => (await import('./keys-dialog')).KeysDialog)
const QrDialog = lazyDialog(async () => (await import('./qr-dialog')).QrDialog)
const RestoreDialog = lazyDialog(async () => (await import('./restore-dialog')).RestoreDialog)
const JoinCodeDialog = lazyDialog(async () => (await import('./join-code-dialog')).JoinCodeDialog)
const ContactDialog = lazyDialog(async () => (await import('./contact-dialog')).ContactDialog)
const ContactsDialog = lazyDialog(async () => (await import('./contacts-dialog')).ContactsDialog)
const NewContactDialog = lazyDialog(async () => (await import('./new-contact-dialog')).NewContactDialog)

export function Overlays(): ReactElement {
  const frame = useFrame()
  const { overlay, contact, settingsAt } = useStore(frame)
  const close = () => frame.setState({ overlay: null, settingsAt: null })
  return (
    <>
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
    </>
  )
}
