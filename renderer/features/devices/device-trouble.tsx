// Owns saying why a device gives nothing, and the two ways out: try again, or the system's own page.
import { MicOff, TriangleAlert, VideoOff } from 'lucide-react'
import type { ReactElement } from 'react'
import type { FailureCode } from '../../../shared/failure'
import { text } from '../../../shared/text/en'
import { deviceTroubleWords } from '../../../shared/text/en-codes'
import { Button } from '../../ui/button'
import { Note } from '../../ui/note'
import { useSystemName } from '../../ui/platform-context'
import type { DeviceCommands, DeviceKind } from './devices-store'

interface DeviceTroubleProps {
  readonly kind: DeviceKind
  readonly code: FailureCode
  readonly commands: Pick<DeviceCommands, 'retry' | 'openSystemSettings'>
  readonly onDismiss?: () => void
}

const ICONS: Readonly<Record<DeviceKind, ReactElement>> = {
  microphone: <MicOff className="s" />,
  camera: <VideoOff className="s" />,
  speaker: <TriangleAlert className="s" />,
  ringer: <TriangleAlert className="s" />,
}

export function DeviceTrouble({ kind, code, commands, onDismiss }: DeviceTroubleProps): ReactElement {
  const system = useSystemName()
  const isOpened = kind === 'microphone' || kind === 'camera'
  const isSystems = isOpened && code === 'permission-denied-by-system' && system !== 'browser'
  return (
    <Note sentence={deviceTroubleWords(kind, code, system)} icon={ICONS[kind]} onDismiss={onDismiss}>
      {isSystems && (
        <Button size="s" onClick={() => commands.openSystemSettings(kind)}>
          {text.devices.openSystemSettings}
        </Button>
      )}
      <Button size="s" onClick={() => commands.retry(kind)}>
        {text.app.tryAgain}
      </Button>
    </Note>
  )
}
