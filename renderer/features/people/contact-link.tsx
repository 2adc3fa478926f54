// Owns a contact's link on their page: copied bare, or with their name to be sent on; shown as a QR code if asked for.
import { Copy, QrCode, Share2 } from 'lucide-react'
import { useState, type ReactElement, type ReactNode } from 'react'
import { appLink } from '../../../shared/link/call-link'
import type { Contact } from '../../../shared/model/contact'
import { peopleWords } from '../../../shared/text/en-people'
import { Button } from '../../ui/button'
import { useAnnounce } from '../../ui/live-region'
import { shownName } from '../../ui/names'
import { serverOf } from './contacts-list'

interface ContactLinkProps {
  readonly contact: Contact
  /** True once it is on the clipboard. */
  readonly copyText: (copied: string) => Promise<boolean>
  readonly qrOf: (link: string) => ReactNode
}

export function ContactLink({ contact, copyText, qrOf }: ContactLinkProps): ReactElement | null {
  const [said, setSaid] = useState('')
  const [showsQr, setShowsQr] = useState(false)
  const announce = useAnnounce()
  const server = serverOf(contact)
  if (!server) return null
  const words = peopleWords.page
  const link = appLink({ id: contact.id, server })
  const copy = async (copied: string, done: string) => {
    const sentence = (await copyText(copied)) ? done : words.copyFailed
    setSaid(sentence)
    announce('polite', sentence)
  }
  return (
    <section className="contact-link" aria-label={words.link}>
      <h3 className="field-label">{words.link}</h3>
      <p className="mono small contact-address">{link}</p>
      <div className="contact-calls">
        <Button size="s" onClick={() => void copy(link, words.copied)}>
          <Copy className="s" />
          {words.copy}
        </Button>
        <Button size="s" onClick={() => void copy(`${shownName(contact.name)}\n${link}`, words.copiedToSend)}>
          <Share2 className="s" />
          {words.sendOn}
        </Button>
        <Button size="s" aria-expanded={showsQr} onClick={() => setShowsQr(!showsQr)}>
          <QrCode className="s" />
          {words.qr}
        </Button>
      </div>
      <p className="small muted">{said}</p>
      {showsQr && <div className="qr is-large">{qrOf(link)}</div>}
    </section>
  )
}
