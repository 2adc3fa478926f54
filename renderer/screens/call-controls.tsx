// Owns the controls that float over a call and leave after a while: the bar, and what stands in the right corner.
import { Maximize, Minimize } from 'lucide-react'
import type { ReactElement } from 'react'
import { text } from '../../shared/text/en'
import { CallBar } from '../features/calls/call-bar'
import type { CallView } from '../features/calls/calls-store'
import { ShareButton } from '../features/share/share-button'
import { TextsButton } from '../features/texts/texts-button'
import { ConnectionPill } from '../features/stats/connection-pill'
import { IconButton } from '../ui/button'
import { useFullScreen } from '../ui/use-full-screen'
import { NARROW, useMediaQuery } from '../ui/use-media-query'
import { useShortcut } from '../ui/use-shortcut'
import type { MenuName } from './call-menus'
import { DeviceMenu, MoreMenu } from './call-parts'
import { useClient } from './client-context'

export type PanelName = 'connection' | 'texts'

interface CallControlsProps {
  readonly call: CallView
  readonly panel: PanelName | null
  /** Opens that one, and closes it where it is open. */
  readonly onPanel: (name: PanelName) => void
  readonly menu: MenuName | null
  readonly onMenu: (menu: MenuName | null) => void
}

export function CallControls({ call, panel, onPanel, menu, onMenu }: CallControlsProps): ReactElement {
  const { stats, share, texts, commands } = useClient()
  const narrow = useMediaQuery(NARROW)
  const { callId, local } = call
  const onConnection = () => onPanel('connection')
  useShortcut('connection', onConnection)
  useShortcut('devices', () => onMenu(narrow ? 'more' : 'microphone'))
  const opens = (name: MenuName) => ({
    open: menu === name,
    onOpenChange: (open: boolean) => onMenu(open ? name : null),
  })
  return (
    <>
      <CallBar
        microphone={local.microphone}
        camera={local.camera}
        onMicrophone={(on) => commands.calls.setMicrophone(callId, on)}
        onCamera={(on) => commands.calls.setCamera(callId, on)}
        onHangUp={() => commands.calls.hangUp(callId)}
        microphoneMenu={narrow ? null : <DeviceMenu name="microphone" {...opens('microphone')} />}
        cameraMenu={narrow ? null : <DeviceMenu name="camera" {...opens('camera')} />}
        shareButton={<ShareButton share={share} commands={commands.share} />}
        textsButton={<TextsButton texts={texts} open={panel === 'texts'} onToggle={() => onPanel('texts')} />}
        moreMenu={<MoreMenu call={call} withDevices={narrow} {...opens('more')} />}
      />
      <div className="corner tr">
        <ConnectionPill stats={stats} open={panel === 'connection'} onToggle={onConnection} />
        <FullScreenButton />
      </div>
    </>
  )
}

function FullScreenButton(): ReactElement {
  const [isFull, toggle] = useFullScreen()
  useShortcut('fullScreen', toggle)
  const label = isFull ? text.call.leaveFullScreen : text.call.fullScreen
  return (
    <IconButton className="pill" label={label} keyName="fullScreen" onClick={toggle} tipSide="bottom">
      {isFull ? <Minimize className="s" /> : <Maximize className="s" />}
    </IconButton>
  )
}
