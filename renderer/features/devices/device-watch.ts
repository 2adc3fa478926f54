// Owns when the browser is asked for its list of devices: on its event, and by the clock while somebody needs it.
import { createScope } from '../../lib/scope'
import type { Clock } from '../../platform/clock'
import type { SeenDevice } from './choose-device'

/** Devices behind PulseAudio come and go without an event; asking for the list finds out, in 8 to 40 ms. */
export const POLL_MS = 2_000

/** navigator.mediaDevices, as far as lists go. */
export type DeviceLists = Pick<MediaDevices, 'enumerateDevices' | 'addEventListener' | 'removeEventListener'>

export interface DeviceWatch {
  refresh(): Promise<void>
  /** Polls until undone. */
  poll(): () => void
  end(): void
}

export function createDeviceWatch(
  devices: DeviceLists | undefined,
  clock: Clock,
  onList: (seen: readonly SeenDevice[]) => void,
): DeviceWatch {
  const scope = createScope()
  let pollers = 0
  let stopPolling = (): void => undefined
  /** Only the newest answer counts: two lists may come back in the wrong order. */
  let asked = 0

  async function refresh(): Promise<void> {
    const mine = ++asked
    const seen = (await devices?.enumerateDevices()) ?? []
    if (mine === asked && !scope.ended) onList(seen)
  }

  const onChange = (): void => void refresh()
  devices?.addEventListener('devicechange', onChange)
  scope.add(() => devices?.removeEventListener('devicechange', onChange))
  scope.add(() => stopPolling())

  return {
    refresh,
    poll() {
      if (pollers++ === 0 && !scope.ended) stopPolling = clock.every(POLL_MS, onChange)
      return scope.add(() => {
        if (--pollers === 0) stopPolling()
      })
    },
    end: () => scope.end(),
  }
}
