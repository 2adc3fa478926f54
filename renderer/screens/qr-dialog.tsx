// Owns the QR code in its own dialog, where the window has no room for it beside the link.
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../shared/text/en'
import { QrCode } from '../features/connection/qr-code'
import { Dialog } from '../ui/dialog'
import { useClient } from './client-context'

export function QrDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { connection } = useClient()
  const link = useStore(connection, ({ webLink, appLink }) => webLink ?? appLink)
  return (
    <Dialog title={text.link.title} onClose={onClose}>
      <div className="qr is-large">{link && <QrCode link={link} />}</div>
    </Dialog>
  )
}
