// Owns one kind of device while it is open: the master track, the leases with their clones, and the order of events.
// Whatever is asked while something is under way is noted, and one loop converges on it: nothing ever runs twice.
import type { FailureCode } from '../../shared/failure'
import type { Result } from '../../shared/result'
import { createLease, type HeldLease } from './media-lease'
import type { MediaLease } from './local-media'

export interface DeviceOrder {
  readonly deviceId: string | null
  readonly behind: string
}

export interface DeviceMaster {
  open(): Promise<Result<MediaLease>>
  use(order: DeviceOrder): void
  retry(): void
  present(deviceIds: ReadonlySet<string>): void
  isOpen(): boolean
}

export interface MasterReport {
  readonly open: boolean
  readonly deviceId: string | null
  readonly trouble: FailureCode | null
}

export interface DeviceMasterOptions {
  readonly acquire: (order: DeviceOrder) => Promise<Result<MediaStreamTrack>>
  readonly onReport: (report: MasterReport) => void
}

export function createDeviceMaster({ acquire, onReport }: DeviceMasterOptions): DeviceMaster {
  const leases = new Set<HeldLease>()
  let order: DeviceOrder = { deviceId: null, behind: '' }
  /** The order last acted on, by identity: a copy of an order is a new attempt at it. */
  let settled: DeviceOrder | null = null
  let master: MediaStreamTrack | null = null
  let busy = false

  function report(trouble: FailureCode | null): void {
    onReport({ open: master !== null, deviceId: master?.getSettings().deviceId ?? null, trouble })
  }

  function closeMaster(): void {
    master?.removeEventListener('ended', lost)
    master?.stop()
    master = null
  }

  /** The hardware went away: what is open is dead, and whatever the system has instead is tried. */
  function lost(): void {
    closeMaster()
    if (settled === order) order = { ...order }
    void converge()
  }

  function install(track: MediaStreamTrack): void {
    const old = master
    master = track
    track.addEventListener('ended', lost)
    for (const lease of [...leases]) lease.give(track.clone(), null)
    // Only now, so that there is no gap; the clones of the old one have been stopped by their leases.
    old?.removeEventListener('ended', lost)
    old?.stop()
    report(null)
  }

  function refused(code: FailureCode): void {
    for (const lease of [...leases]) {
      // A switch that failed leaves the call with the device it has.
      if (!master) lease.give(null, code)
      else if (lease.waiting()) lease.give(master.clone(), null)
    }
    report(code)
  }

  async function attempt(): Promise<void> {
    const current = order
    const opened = await acquire(current)
    const overtaken = leases.size === 0 || order !== current
    if (overtaken) {
      if (opened.ok) opened.value.stop()
      return
    }
    settled = current
    if (opened.ok) install(opened.value)
    else refused(opened.code)
  }

  /** The loop's condition and `busy` change in one turn, so a wish that comes in between is never missed. */
  async function converge(): Promise<void> {
    if (busy) return
    busy = true
    try {
      while (leases.size > 0 && settled !== order) await attempt()
    } finally {
      busy = false
    }
  }

  /** At once, also while another device is being opened: that one is stopped when it comes. */
  function closeUnheld(): void {
    if (leases.size > 0) return
    settled = null
    if (!master) return
    closeMaster()
    report(null)
  }

  return {
    async open() {
      const lease = createLease(() => {
        leases.delete(lease)
        closeUnheld()
      })
      leases.add(lease)
      if (master && settled === order) lease.give(master.clone(), null)
      else if (settled === order) order = { ...order }
      void converge()
      const code = await lease.first
      if (code === null) return { ok: true, value: lease }
      lease.close()
      return { ok: false, code }
    },
    use(next) {
      if (next.deviceId === order.deviceId && next.behind === order.behind) return
      order = next
      void converge()
    },
    retry() {
      order = { ...order }
      void converge()
    },
    present(deviceIds) {
      const id = master?.getSettings().deviceId
      if (id !== undefined && id !== '' && !deviceIds.has(id)) lost()
    },
    isOpen: () => master !== null,
  }
}
