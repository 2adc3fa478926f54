// Owns what a browser is told that can't make calls. Nothing else is built then.
import type { ReactElement } from 'react'
import { text } from '../../shared/text/en'
import '../ui/base.css'
import './page.css'

export function UnsupportedScreen(): ReactElement {
  return (
    <main className="page" role="alert">
      <div className="page-column">
        <header className="page-head">
          <h1 className="title">{text.app.unsupported}</h1>
          <p>{text.app.unsupportedNext}</p>
        </header>
      </div>
    </main>
  )
}
