// Owns what is shown in place of a screen that can't be loaded. A guest's page gets its screens from the server, which may be away.
import type { ReactElement } from 'react'
import { text } from '../../shared/text/en'
import { Button } from '../ui/button'
import './page.css'

export function ScreenNotLoaded({ onRetry }: { readonly onRetry: () => void }): ReactElement {
  return (
    <main className="page">
      <div className="page-column">
        <p role="alert">{text.app.notLoaded}</p>
        <div className="page-acts">
          <Button kind="primary" size="l" onClick={onRetry}>
            {text.app.tryAgain}
          </Button>
        </div>
      </div>
    </main>
  )
}
