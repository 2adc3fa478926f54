// Owns what a browser reads that can't be a guest: which part it lacks, and where calling works instead.
import type { ReactElement } from 'react'
import { text } from '../../shared/text/en'
import type { GuestLack } from '../platform/guest-support'
import '../ui/base.css'
import './page.css'

export function UnsupportedScreen({ lack }: { readonly lack: GuestLack }): ReactElement {
  return (
    <main className="page" role="alert">
      <header className="page-column page-head">
        <h1 className="title">{text.app.unsupported}</h1>
        <p>{text.unsupported.lacks[lack]}</p>
        <p className="muted">{text.unsupported.instead}</p>
      </header>
    </main>
  )
}
