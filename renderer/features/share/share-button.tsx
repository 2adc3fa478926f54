// Owns the call bar's buttons for sharing: one opens the picker, to share and then to switch; beside it, while something is
// shared, one stops. Each does what its key does. The first takes the focus back after either.
import { ArrowLeftRight, ScreenShare, ScreenShareOff } from 'lucide-react'
import { useEffect, useRef, type ReactElement, type RefObject } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import { IconButton } from '../../ui/button'
import { useShortcut } from '../../ui/use-shortcut'
import type { ShareCommands, ShareStore } from './share-store'
import './share-button.css'

interface ShareButtonProps {
  readonly share: ShareStore
  readonly commands: Pick<ShareCommands, 'open' | 'stop'>
}

export function ShareButton({ share, commands }: ShareButtonProps): ReactElement {
  const isSharing = useStore(share, ({ own }) => own.is !== 'none')
  const isPicking = useStore(share, ({ picker }) => picker !== null)
  useShortcut('share', isPicking ? null : () => commands.open())
  useShortcut('stopShare', isSharing ? () => commands.stop() : null)
  const button = useRef<HTMLButtonElement>(null)
  useFocusBack(button, isPicking, isSharing)
  return (
    <>
      <IconButton
        ref={button}
        className={`bar-btn ${isSharing ? 'on' : ''}`}
        label={isSharing ? text.share.switch : text.share.open}
        keyName="share"
        onClick={() => commands.open()}
      >
        {isSharing ? <ArrowLeftRight /> : <ScreenShare />}
      </IconButton>
      {isSharing && (
        <IconButton
          className="bar-btn stops-share"
          label={text.share.stop}
          keyName="stopShare"
          onClick={() => commands.stop()}
        >
          <ScreenShareOff />
        </IconButton>
      )}
    </>
  )
}

/** What had the focus is gone with the picker, or with the card of a share that is over: then it comes here. */
function useFocusBack(
  button: RefObject<HTMLButtonElement | null>,
  isPicking: boolean,
  isSharing: boolean,
): void {
  const before = useRef({ isPicking, isSharing })
  useEffect(() => {
    const was = before.current
    before.current = { isPicking, isSharing }
    if (isPicking || (!was.isPicking && (isSharing || !was.isSharing))) return
    return bringFocus(button)
  }, [button, isPicking, isSharing])
}

/** A dialog may take some frames to be gone, and until then nothing beside it takes the focus. */
const MOST_FRAMES = 60

/** Until its undo. What took the focus meanwhile keeps it. */
function bringFocus(button: RefObject<HTMLButtonElement | null>): () => void {
  let frame = 0
  function look(left: number): void {
    frame = requestAnimationFrame(() => {
      const { activeElement } = document
      if (activeElement === null || activeElement.matches('body, main')) {
        button.current?.focus({ preventScroll: true })
        if (document.activeElement === button.current) return
      } else if (activeElement.closest('[role="dialog"]') === null) return
      if (left > 0) look(left - 1)
    })
  }
  look(MOST_FRAMES)
  return () => cancelAnimationFrame(frame)
}
