// Owns the dialogs that lie over any screen; each is loaded when it is first opened.
import { lazy, Suspense, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { useFrame } from './client-context'

const SettingsDialog = lazy(async () => ({ default: (await import('./settings-dialog')).SettingsDialog }))
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog')).KeysDialog }))
const QrDialog = lazy(async () => ({ default: (await import('./qr-dialog')).QrDialog }))
const RemoveDialog = lazy(async () => ({ default: (await import('./remove-dialog')).RemoveDialog }))

export function Overlays(): ReactElement {
  const frame = useFrame()
  const { overlay, removing } = useStore(frame)
  const close = () => frame.setState({ overlay: null })
  return (
    <Suspense>
      {overlay === 'settings' && <SettingsDialog onClose={close} />}
      {overlay === 'keys' && <KeysDialog onClose={close} />}
      {overlay === 'qr' && <QrDialog onClose={close} />}
      {removing && <RemoveDialog person={removing} onClose={() => frame.setState({ removing: null })} />}
    </Suspense>
  )
}
