// Owns the moment before anything is known: no spinner for the first half second, which is most starts.
import type { ReactElement } from 'react'
import { text } from '../../shared/text/en'
import './page.css'

export function StartingScreen(): ReactElement {
  return (
    <main className="page is-starting" aria-busy="true">
      <p className="muted" role="status">
        {text.app.starting}
      </p>
    </main>
  )
}
