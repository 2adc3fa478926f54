// Owns the way from a browser's page into the installed app, for whoever came by a call link: a link that is pressed or left
// alone. Whether Parley is installed no page can know, so it says what it takes.
import type { ReactElement } from 'react'
import { appLink, parseCallLink } from '../../shared/link/call-link'
import { text } from '../../shared/text/en'
import '../ui/button.css'
import './page.css'

/** `link` as the page was opened with it; nothing is drawn for one that names nobody. */
export function OpenInApp({ link }: { readonly link: string | null }): ReactElement | null {
  const read = parseCallLink(link ?? '')
  if (!read.ok) return null
  return (
    <div className="page-app">
      <a className="btn quiet size-m" href={appLink(read.value)}>
        {text.guest.openInApp}
      </a>
      <p className="small muted">{text.guest.openInAppNeeds}</p>
    </div>
  )
}
