// Owns the call bar's button for sharing: opens the picker, or stops what is shared. The key switches then.
import { ScreenShare, ScreenShareOff } from 'lucide-react'
import type { ReactElement } from 'react'
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
  return (
    <IconButton
      className={`bar-btn ${isSharing ? 'on' : ''}`}
      label={isSharing ? text.share.stop : text.share.open}
      keyName={isSharing ? 'stopShare' : 'share'}
      onClick={() => (isSharing ? commands.stop() : commands.open())}
    >
      {isSharing ? <ScreenShareOff /> : <ScreenShare />}
    </IconButton>
  )
}
