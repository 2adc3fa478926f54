// Owns saying why the last press on Share came to nothing, until it is taken away; Esc does that too.
import { ScreenShareOff } from 'lucide-react'
import { useEffect, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import { failureWords } from '../../../shared/text/en-codes'
import { Button } from '../../ui/button'
import { Note } from '../../ui/note'
import { useSystemName } from '../../ui/platform-context'
import type { ShareCommands, ShareStore } from './share-store'

interface ShareFailureNoteProps {
  readonly share: ShareStore
  readonly commands: Pick<ShareCommands, 'open' | 'openSystemSettings' | 'forgetFailure'>
}

export function ShareFailureNote({ share, commands }: ShareFailureNoteProps): ReactElement | null {
  const failure = useStore(share, (state) => state.failure)
  const own = useStore(share, (state) => state.own.is)
  const isPicking = useStore(share, ({ picker }) => picker !== null)
  const system = useSystemName()
  const isShown = failure !== null && !isPicking
  useEscape(isShown ? () => commands.forgetFailure() : null)
  if (!isShown) return null
  const why = failureWords(failure)
  return (
    <Note
      sentence={own === 'none' ? text.share.failed(why) : why}
      icon={<ScreenShareOff className="s" />}
      onDismiss={() => commands.forgetFailure()}
    >
      {failure === 'share-refused' && system === 'macOS' && (
        <Button size="s" onClick={() => commands.openSystemSettings()}>
          {text.share.openSettings}
        </Button>
      )}
      <Button size="s" onClick={() => commands.open()}>
        {text.app.tryAgain}
      </Button>
    </Note>
  )
}

/** A menu or dialog that is open takes the key first. */
function useEscape(run: (() => void) | null): void {
  useEffect(() => {
    if (!run) return
    const onKeyDown = (event: KeyboardEvent) => {
      const isTaken = document.querySelector('[role="dialog"], [role="menu"]') !== null
      if (event.key === 'Escape' && !event.defaultPrevented && !isTaken) run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [run])
}
