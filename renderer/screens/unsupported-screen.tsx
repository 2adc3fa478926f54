// Owns what a browser reads that can't be a guest: which part it lacks, and where calling works instead.
import type { ReactElement } from 'react'
import { text } from '../../shared/text/en'
import type { GuestLack } from '../platform/guest-support'
import { OpenInApp } from './open-in-app'
import '../ui/base.css'
import './page.css'

export interface UnsupportedScreenProps {
  readonly lack: GuestLack
  /** The call link that the page was opened with. */
  readonly openedWith: string | null
}

export function UnsupportedScreen({ lack, openedWith }: UnsupportedScreenProps): ReactElement {
  return (
    <main className="page" role="alert">
      <div className="page-column">
        <header className="page-head">
          <h1 className="title">{text.app.unsupported}</h1>
          <p>{text.unsupported.lacks[lack]}</p>
          <p className="muted">{text.unsupported.instead}</p>
        </header>
        <OpenInApp link={openedWith} />
      </div>
    </main>
  )
}
