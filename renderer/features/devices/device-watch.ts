// Owns when the browser is asked for its list of devices: on its event, and by the clock while somebody needs it.
import { createScope } from '../../lib/scope'
import type { Clock } from '../../platform/clock'
import type { Log } from '../../platform/log'
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

export interface DeviceWatchOptions {
  readonly devices: DeviceLists | undefined
  readonly clock: Clock
  readonly log: Log
}

export function createDeviceWatch(
  { devices, clock, log }: DeviceWatchOptions,
  onList: (seen: readonly SeenDevice[]) => void,
): DeviceWatch {
  const scope = createScope()
  let pollers = 0
  let stopPolling = (): void => undefined
  /** Only the newest answer counts: two lists may come back in the wrong order. */
  let asked = 0

  async function refresh(): Promise<void> {
    const mine = ++asked
    try {
      const seen = (await devices?.enumerateDevices()) ?? []
      if (mine === asked && !scope.ended) onList(seen)
    } catch (error) {
      log.error('devices not listed', { why: error instanceof Error ? error.name : typeof error })
    }
  }

  const onChange = (): void => void refresh()
  devices?.addEventListener('devicechange', onChange)
  scope.add(() => devices?.removeEventListener('devicechange', onChange))

  return {
    refresh,
    poll() {
      if (pollers++ === 0) stopPolling = clock.every(POLL_MS, onChange)
      return scope.add(() => {
        if (--pollers === 0) stopPolling()
      })
    },
    end: () => scope.end(),
  }
}
