// Owns what is shown when drawing fails: a bug of ours, said plainly, with a way on.
import { Component, type ReactElement, type ReactNode } from 'react'
import { text } from '../../shared/text/en'
import { consoleLog } from '../platform/log'
import '../screens/page.css'

interface ErrorBoundaryProps {
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly broken: boolean
}

// React offers this only to classes. https://react.dev/reference/react/Component
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { broken: false }

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { broken: true }
  }

  override componentDidCatch(error: Error): void {
    consoleLog('app').error('drawing failed', { kind: error.name })
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken(): ReactElement {
  return (
    <main className="page" role="alert">
      <div className="page-column">
        <header className="page-head">
          <h1 className="title">{text.app.somethingBroke}</h1>
          <p>{text.app.somethingBrokeNext}</p>
        </header>
        <div className="page-acts">
          <button type="button" className="btn primary size-l" onClick={() => window.location.reload()}>
            {text.app.loadAgain}
          </button>
        </div>
      </div>
    </main>
  )
}
