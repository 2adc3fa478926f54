// Owns the page for a key that can't be used: try again, restore a saved identity, or start over with a new link after a question.
import { KeyRound } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../shared/text/en'
import { failureWords } from '../../shared/text/en-codes'
import { Button } from '../ui/button'
import { useClient, useFrame } from './client-context'
import './page.css'

export function IdentityScreen(): ReactElement {
  const client = useClient()
  const frame = useFrame()
  const identity = useStore(client.identity)
  const [working, setWorking] = useState(false)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const locked = identity.status === 'locked'
  const words = text.identity
  const run = (command: 'identity.retry' | 'identity.startOver') => {
    setWorking(true)
    void client.desktop.call(command).then((answer) => {
      setWorking(false)
      if (!answer.ok) setSaid(failureWords(answer.code))
      else if (answer.value.status === 'locked') setSaid(words.stillLocked)
      else if (answer.value.status === 'unreadable') setSaid(words.stillUnreadable)
    })
  }
  const [title, next] = asking
    ? [words.startOverTitle, words.startOverWarning]
    : locked
      ? [words.lockedTitle, words.lockedNext]
      : [words.unreadableTitle, words.unreadableNext]
  return (
    <main className="page">
      <div className="page-column">
        <KeyRound className="xl" />
        <header className="page-head">
          <h1 className="title">{title}</h1>
          <p>{next}</p>
        </header>
        <div className="page-acts">
          {asking ? (
            <>
              <Button kind="danger" size="l" working={working} onClick={() => run('identity.startOver')}>
                {words.confirmStartOver}
              </Button>
              <Button size="l" onClick={() => setAsking(false)}>
                {words.keepTrying}
              </Button>
            </>
          ) : (
            <>
              <Button kind="primary" size="l" working={working} onClick={() => run('identity.retry')}>
                {words.retry}
              </Button>
              {!locked && (
                <>
                  <Button size="l" onClick={() => frame.setState({ overlay: 'restore' })}>
                    {words.restore}
                  </Button>
                  <Button kind="ghost" size="l" onClick={() => setAsking(true)}>
                    {words.startOver}
                  </Button>
                </>
              )}
            </>
          )}
        </div>
        <p className="page-problem" role="alert">
          {!asking && said}
        </p>
      </div>
    </main>
  )
}
