// Owns the passing news that another device took over: 8 s, longer while somebody looks at it.
import { Headphones } from 'lucide-react'
import { useEffect, useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import type { Clock } from '../../platform/clock'
import { Button } from '../../ui/button'
import { Note } from '../../ui/note'
import { deviceLabel } from './device-choices'
import type { DeviceCommands, DeviceKind, DevicesStore } from './devices-store'

const STAYS_MS = 8_000

interface DeviceReplacedNoteProps {
  readonly kind: DeviceKind
  readonly devices: DevicesStore
  readonly commands: DeviceCommands
  readonly clock: Clock
}

export function DeviceReplacedNote({
  kind,
  devices,
  commands,
  clock,
}: DeviceReplacedNoteProps): ReactElement | null {
  const replaced = useStore(devices, (all) => all[kind].replaced)
  const available = useStore(devices, (all) => all[kind].available)
  const [looked, setLooked] = useState(false)
  useEffect(() => {
    if (!replaced || looked) return
    return clock.after(STAYS_MS, () => commands.dismissReplaced(kind))
  }, [replaced, looked, kind, commands, clock])
  if (!replaced) return null
  const gone = deviceLabel(kind, replaced.gone)
  const back = available.find((device) => device.id === replaced.gone.id)
  const sentence = replaced.now
    ? text.call.deviceGone(gone, deviceLabel(kind, replaced.now))
    : text.call.deviceGoneNothing(gone)
  const look = (now: boolean) => () => setLooked(now)
  return (
    <div onPointerEnter={look(true)} onPointerLeave={look(false)} onFocus={look(true)} onBlur={look(false)}>
      <Note
        sentence={sentence}
        icon={<Headphones className="s" />}
        onDismiss={() => commands.dismissReplaced(kind)}
      >
        {back && (
          <Button size="s" onClick={() => commands.choose(kind, back)}>
            {text.call.useAgain(gone)}
          </Button>
        )}
      </Note>
    </div>
  )
}
