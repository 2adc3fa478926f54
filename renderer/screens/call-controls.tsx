// Owns the controls that float over a call and leave after a while: the bar, and what stands in the right corner.
import { Maximize, Minimize } from 'lucide-react'
import { Suspense, lazy, type ReactElement } from 'react'
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
import { loadCallMenus } from './load-call-menus'
import { useClient } from './client-context'

const DeviceMenu = lazy(async () => ({ default: (await loadCallMenus()).DeviceMenu }))
const MoreMenu = lazy(async () => ({ default: (await loadCallMenus()).MoreMenu }))

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
        microphoneMenu={
          narrow ? null : (
            <Suspense fallback={<MenuPlace kind="caret" />}>
              <DeviceMenu name="microphone" {...opens('microphone')} />
            </Suspense>
          )
        }
        cameraMenu={
          narrow ? null : (
            <Suspense fallback={<MenuPlace kind="caret" />}>
              <DeviceMenu name="camera" {...opens('camera')} />
            </Suspense>
          )
        }
        shareButton={<ShareButton share={share} commands={commands.share} />}
        textsButton={<TextsButton texts={texts} open={panel === 'texts'} onToggle={() => onPanel('texts')} />}
        moreMenu={
          <Suspense fallback={<MenuPlace kind="bar-btn" />}>
            <MoreMenu call={call} withDevices={narrow} {...opens('more')} />
          </Suspense>
        }
      />
      <div className="corner tr">
        <ConnectionPill stats={stats} open={panel === 'connection'} onToggle={onConnection} />
        <FullScreenButton />
      </div>
    </>
  )
}

/** Keeps a menu's place while it is loaded, so that the bar doesn't move. */
function MenuPlace({ kind }: { readonly kind: 'caret' | 'bar-btn' }): ReactElement {
  return <span className={`btn square ${kind}`} />
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
