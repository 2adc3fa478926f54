// Owns one kind of device while it is open: the master track, the leases with their clones, and the order of events.
// Whatever is asked while something is under way is noted, and one loop converges on it: nothing ever runs twice.
import type { FailureCode } from '../../shared/failure'
import type { Result } from '../../shared/result'
import type { MediaLease } from './local-media'
import { createLease, type HeldLease } from './media-lease'

export interface DeviceOrder {
  readonly deviceId: string | null
  /** What stands behind an id that means "the default"; another one has to be opened anew. */
  readonly behind: string
}

/** After each attempt to open, switch or close: what is open now, and why the last attempt failed. */
export interface MasterReport {
  readonly open: boolean
  /** Somebody has a lease, also where there is nothing to open. */
  readonly held: boolean
  /** Chromium's id of the open device, where it tells. */
  readonly deviceId: string | null
  readonly trouble: FailureCode | null
}

export interface DeviceMasterOptions {
  /** Opens a device; never rejects. */
  readonly acquire: (order: DeviceOrder) => Promise<Result<MediaStreamTrack>>
  readonly onReport: (report: MasterReport) => void
}

export class DeviceMaster {
  private readonly options: DeviceMasterOptions
  private readonly leases = new Set<HeldLease>()
  private order: DeviceOrder = { deviceId: null, behind: '' }
  /** The order last acted on, by identity: a copy of an order is a new attempt at it. */
  private settled: DeviceOrder | null = null
  private master: MediaStreamTrack | null = null
  private trouble: FailureCode | null = null
  private busy = false

  constructor(options: DeviceMasterOptions) {
    this.options = options
  }

  async open(): Promise<Result<MediaLease>> {
    const lease = createLease(() => {
      this.leases.delete(lease)
      this.closeUnheld()
    })
    this.leases.add(lease)
    if (this.master && this.settled === this.order) lease.give(this.master.clone(), null)
    else if (this.settled === this.order) this.order = { ...this.order }
    void this.converge()
    const code = await lease.first
    if (code === null) return { ok: true, value: lease }
    lease.close()
    return { ok: false, code }
  }

  use(next: DeviceOrder): void {
    const before = this.order
    if (next.deviceId === before.deviceId && next.behind === before.behind) return
    this.order = next
    // Taken as "whatever there is", or in place of one that was gone or refused: it is the right one already.
    const isOpen = next.deviceId !== before.deviceId && next.deviceId === this.openId()
    if (isOpen && this.settled === before) this.adopt(next)
    else void this.converge()
  }

  retry(): void {
    this.order = { ...this.order }
    void this.converge()
  }

  present(deviceIds: ReadonlySet<string>): void {
    const id = this.openId()
    if (id !== null && id !== '' && !deviceIds.has(id)) this.lost()
    else if (this.isMissing() && this.isAmong(deviceIds)) this.retry()
  }

  /** The loop's condition and `busy` change in one turn, so a wish that comes in between is never missed. */
  private async converge(): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      while (this.leases.size > 0 && this.settled !== this.order) await this.attempt()
    } finally {
      this.busy = false
    }
  }

  private adopt(order: DeviceOrder): void {
    this.settled = order
    this.report(null)
  }

  /** Pulled out and plugged in again between two looks at the list, it has the same id, and nobody orders it anew. */
  private isMissing(): boolean {
    return !this.master && this.trouble === 'device-missing' && this.settled === this.order
  }

  private isAmong(deviceIds: ReadonlySet<string>): boolean {
    const { deviceId } = this.order
    return deviceId === null ? deviceIds.size > 0 : deviceIds.has(deviceId)
  }

  /** Chromium's id of what is open. */
  private openId(): string | null {
    return this.master?.getSettings().deviceId ?? null
  }

  private async attempt(): Promise<void> {
    const current = this.order
    const opened = await this.options.acquire(current)
    const overtaken = this.leases.size === 0 || this.order !== current
    if (overtaken) {
      if (opened.ok) opened.value.stop()
      return
    }
    this.settled = current
    if (opened.ok) this.install(opened.value)
    else this.refused(opened.code)
  }

  private install(track: MediaStreamTrack): void {
    const old = this.master
    this.master = track
    track.addEventListener('ended', this.lost)
    for (const lease of [...this.leases]) lease.give(track.clone(), null)
    // Only now, so that there is no gap; its clones have been stopped by their leases.
    this.stop(old)
    this.report(null)
  }

  private refused(code: FailureCode): void {
    for (const lease of [...this.leases]) {
      // A switch that failed leaves the call with the device it has.
      if (!this.master) lease.give(null, code)
      else if (lease.waiting()) lease.give(this.master.clone(), null)
    }
    this.report(code)
  }

  /** The hardware went away: what is open is dead, and whatever the system has instead is tried. */
  private readonly lost = (): void => {
    this.closeMaster()
    if (this.settled === this.order) this.order = { ...this.order }
    void this.converge()
  }

  /** At once, also while another device is being opened: that one is stopped when it comes. */
  private closeUnheld(): void {
    if (this.leases.size > 0) return
    this.settled = null
    // What stood in the way stays told until it works.
    const trouble = this.master ? null : this.trouble
    this.closeMaster()
    this.report(trouble)
  }

  private closeMaster(): void {
    this.stop(this.master)
    this.master = null
  }

  private stop(track: MediaStreamTrack | null): void {
    track?.removeEventListener('ended', this.lost)
    track?.stop()
  }

  private report(trouble: FailureCode | null): void {
    this.trouble = trouble
    const { master, leases } = this
    this.options.onReport({ open: master !== null, held: leases.size > 0, deviceId: this.openId(), trouble })
  }
}
