// Owns showing one's own link: copying it, its QR code, from where it reaches, and the web link or why there is none.
import { Check, Copy, QrCode as QrSign } from 'lucide-react'
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import { Button, IconButton } from '../../ui/button'
import { keyText } from '../../ui/keys'
import { lazyPart } from '../../ui/lazy-part'
import { usePlatform } from '../../ui/platform-context'
import { tip } from '../../ui/tip'
import { useShortcut } from '../../ui/use-shortcut'
import { NARROW, useMediaQuery } from '../../ui/use-media-query'
import type { ConnectionState, ConnectionStore } from './connection-store'
import { linkWords } from './link-words'
import { useCopy, type CopyText } from './use-copy'
import './link-card.css'

const QrCode = lazyPart(async () => (await import('./qr-code')).QrCode)

interface LinkCardProps {
  readonly connection: ConnectionStore
  readonly copyText: CopyText
  /** False while something else on the screen is the one thing to press. */
  readonly primary: boolean
  readonly isGuest: boolean
  readonly identityLocked: boolean
  readonly onShowQr: () => void
}

export function LinkCard(props: LinkCardProps): ReactElement {
  const { connection, copyText, primary, isGuest, identityLocked, onShowQr } = props
  const state = useStore(connection)
  const [copy, outcome] = useCopy(copyText)
  const { appLink } = state
  // Here and not on the page, so that the button shows what the key did.
  useShortcut('copyLink', appLink === null ? null : () => copy(appLink))
  const qrLink = state.webLink ?? state.appLink
  return (
    <section className={`link-card ${isGuest ? 'is-compact' : ''}`} aria-labelledby="own-link">
      <div className="link-body">
        <div className="link-words">
          <h1 className="title" id="own-link">
            {text.link.title}
          </h1>
          <p className="muted link-hint">{isGuest ? text.link.guestHint : text.link.hint}</p>
          <LinkAddress state={state} identityLocked={identityLocked} />
        </div>
        {/* Keeps its place while there is no link: what stands below would jump away under the pointer. */}
        <div className={`link-acts ${appLink === null ? 'is-pending' : ''}`}>
          <CopyButton
            link={appLink ?? ''}
            copied={appLink !== null && outcome === appLink}
            {...{ copy, primary }}
          />
          {state.webLink && (
            <CopyWebButton link={state.webLink} copied={outcome === state.webLink} copy={copy} />
          )}
          <IconButton className="link-show-qr" label={text.link.showQr} onClick={onShowQr}>
            <QrSign />
          </IconButton>
        </div>
        {outcome === 'failed' && <p role="alert">{text.link.copyFailed}</p>}
      </div>
      <div className="qr">{qrLink && <QrCode link={qrLink} />}</div>
    </section>
  )
}

interface CopyButtonProps {
  readonly link: string
  readonly copied: boolean
  readonly primary: boolean
  readonly copy: (link: string) => void
}

function CopyButton({ link, copied, primary, copy }: CopyButtonProps): ReactElement {
  const shortcut = keyText('copyLink', usePlatform())
  const label = useMediaQuery(NARROW) ? text.link.copyShort : text.link.copy
  return (
    <Button
      className="copy-btn"
      kind={primary ? 'primary' : 'quiet'}
      aria-keyshortcuts={shortcut.aria}
      {...tip(text.link.copy, { shortcut: shortcut.shown })}
      onClick={() => copy(link)}
    >
      {copied ? <Check /> : <Copy />}
      {copied ? text.link.copied : label}
    </Button>
  )
}

function CopyWebButton({ link, copied, copy }: Omit<CopyButtonProps, 'primary'>): ReactElement {
  return (
    <Button className="copy-web" onClick={() => copy(link)}>
      {copied ? <Check /> : <Copy />}
      {copied ? text.link.copied : text.link.copyWeb}
    </Button>
  )
}

interface LinkAddressProps {
  readonly state: ConnectionState
  readonly identityLocked: boolean
}

function LinkAddress({ state, identityLocked }: LinkAddressProps): ReactElement {
  const words = linkWords(state, identityLocked)
  return (
    <div className="link-facts">
      {state.appLink ? (
        <p className="mono clip link-text" title={state.appLink}>
          {words.shortLink}
        </p>
      ) : (
        <p className="small muted">{words.pending}</p>
      )}
      <p className="small muted">{words.reach}</p>
      {words.noWebLink && <p className="small muted">{words.noWebLink}</p>}
    </div>
  )
}
