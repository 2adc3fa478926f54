// Owns the devices' part of the settings: one row each, tried as they are chosen. Camera and microphone are open only while
// it is shown.
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react'
import { settingsWords } from '../../../shared/text/en-settings'
import type { Clock } from '../../platform/clock'
import { createLevelMeters } from '../../rtc/audio-level'
import type { LocalMedia } from '../../rtc/local-media'
import { SettingRow } from '../../ui/setting-row'
import { CameraPreview } from './camera-preview'
import { checkDevices, type DeviceCheckState } from './check-devices'
import { DeviceSelect } from './device-selects'
import { DeviceTrouble } from './device-trouble'
import type { DeviceCommands, DeviceKind, DevicesStore } from './devices-store'
import { LevelMeter, type MeterHandle } from './level-meter'
import { SoundCheckButton } from './sound-check-button'
import { ToneButton } from './tone-button'
import './device-settings.css'

export interface DeviceSettingsProps {
  readonly media: LocalMedia
  readonly clock: Clock
  readonly devices: DevicesStore
  readonly commands: DeviceCommands
  readonly rowId: (row: DeviceKind) => string
  /** What the speaker is tried with. */
  readonly tone: () => Blob
}

const { rows, devices: words } = settingsWords

export function DeviceSettings(props: DeviceSettingsProps): ReactElement {
  const { devices, commands } = props
  const meter = useRef<MeterHandle>(null)
  const [round, setRound] = useState(0)
  const check = useCheck(props, round, meter)
  const opening = check?.opening ?? true
  // The store's retry is for calls; here everything is simply opened anew.
  const remedies = {
    retry: () => setRound(round + 1),
    openSystemSettings: (kind: 'microphone' | 'camera') => commands.openSystemSettings(kind),
  }
  const trouble = (kind: 'microphone' | 'camera'): ReactNode => {
    const code = check?.troubles[kind]
    return code && <DeviceTrouble kind={kind} code={code} commands={remedies} />
  }
  const select = (kind: DeviceKind): ReactElement => (
    <DeviceSelect kind={kind} devices={devices} commands={commands} labelHidden quiet />
  )
  const row = (kind: DeviceKind, children: ReactNode): ReactElement => (
    <SettingRow id={props.rowId(kind)} title={rows[kind].title}>
      {children}
    </SettingRow>
  )
  return (
    <>
      {row(
        'microphone',
        <>
          {select('microphone')}
          {trouble('microphone')}
          {/* Its place is kept while it is opened: what stands below would jump away under the pointer. */}
          {(opening || check?.microphone) && (
            <div className={`microphone-check ${check?.microphone ? '' : 'is-opening'}`}>
              <LevelMeter ref={meter} clock={props.clock} />
              <SoundCheckButton track={check?.microphone ?? null} clock={props.clock} devices={devices} />
            </div>
          )}
        </>,
      )}
      {row(
        'speaker',
        <>
          {select('speaker')}
          <ToneButton kind="speaker" tone={props.tone} devices={devices} />
        </>,
      )}
      {row(
        'ringer',
        <>
          {select('ringer')}
          <ToneButton kind="ringer" tone={props.tone} devices={devices} />
        </>,
      )}
      {row(
        'camera',
        <>
          {select('camera')}
          {trouble('camera')}
          <CameraPreview track={check?.camera ?? null} opening={opening} />
        </>,
      )}
      <p className="small muted device-settings-note">{words.onlyHere}</p>
    </>
  )
}

function useCheck(
  { media, clock }: Pick<DeviceSettingsProps, 'media' | 'clock'>,
  round: number,
  meter: RefObject<MeterHandle | null>,
): DeviceCheckState | null {
  const [state, setState] = useState<DeviceCheckState | null>(null)
  const meters = useMemo(() => createLevelMeters(() => new AudioContext()), [])
  useEffect(() => {
    const check = checkDevices({
      media,
      meters,
      clock,
      onState: setState,
      onLevel: (level, source) => meter.current?.draw({ level, peak: source.peak() }),
    })
    return () => check.end()
  }, [media, clock, meters, meter, round])
  return state
}
