// Owns the way from the user's wishes and what is plugged in to the devices in use, and what is told about it.
// Leaves opening them to rtc/user-media, and the document with the wishes to the settings.
import type { FailureCode } from '../../../shared/failure'
import type { Settings } from '../../../shared/model/settings'
import { createEmitter } from '../../lib/emitter'
import { createScope } from '../../lib/scope'
import type { Clock } from '../../platform/clock'
import type { Desktop } from '../../platform/desktop'
import type { Log } from '../../platform/log'
import type { MediaKind } from '../../rtc/local-media'
import type { MediaReport, UserMedia } from '../../rtc/user-media'
import { chooseDevice, devicesOfKind, type KindDevices, type SeenDevice } from './choose-device'
import { replacedAfter } from './device-replaced'
import { createDeviceWatch, type DeviceLists, type DeviceWatch } from './device-watch'
import {
  DEVICE_KINDS,
  type Device,
  type DeviceCommands,
  type DeviceKind,
  type DevicesStore,
  type KindState,
} from './devices-store'

export type Wishes = Settings['devices']

export interface DeviceControllerOptions {
  readonly store: DevicesStore
  readonly media: UserMedia
  /** navigator.mediaDevices; undefined on a page that isn't secure. */
  readonly devices: DeviceLists | undefined
  readonly desktop: Desktop
  readonly clock: Clock
  readonly log: Log
}

export interface DeviceController extends DeviceCommands {
  /** From the settings: at start, and after each change of them. */
  setWishes(wishes: Wishes): void
  /** Looks every 2 s for what was plugged in or out, until undone. It also does while anybody has a lease. */
  watch(): () => void
  /** Looks now. */
  refresh(): Promise<void>
  /** A retry could open the device: a call that went on without it may take it now. */
  onRecovered(listener: (kind: MediaKind) => void): () => void
  end(): void
}

export function createDeviceController(options: DeviceControllerOptions): DeviceController {
  return new Controller(options)
}

/** What is known about one kind, beside what the store shows. */
interface Known {
  readonly seen: KindDevices | null
  readonly chosen: Device | null
  readonly trouble: FailureCode | null
  readonly openId: string | null
}
const UNKNOWN: Known = { seen: null, chosen: null, trouble: null, openId: null }

const opensMedia = (kind: DeviceKind): kind is MediaKind => kind === 'microphone' || kind === 'camera'

class Controller implements DeviceController {
  private readonly options: DeviceControllerOptions
  private readonly scope = createScope()
  private readonly recovered = createEmitter<MediaKind>()
  private readonly lists: DeviceWatch
  private readonly known: Record<DeviceKind, Known> = {
    microphone: UNKNOWN,
    camera: UNKNOWN,
    speaker: UNKNOWN,
    ringer: UNKNOWN,
  }
  private wishes: Wishes = { microphone: null, camera: null, speaker: null, ringer: null }
  private saving = 0
  private readonly held = new Set<MediaKind>()
  private stopPolling: (() => void) | null = null

  constructor(options: DeviceControllerOptions) {
    this.options = options
    this.lists = createDeviceWatch(options, (seen) => this.onList(seen))
    this.scope.add(() => this.lists.end())
    this.scope.add(options.media.onReport((report) => this.onReport(report)))
    void this.lists.refresh()
  }

  setWishes(wishes: Wishes): void {
    // An older choice coming back must not undo the one being saved.
    if (this.saving > 0) return
    this.wishes = wishes
    for (const kind of DEVICE_KINDS) this.decide(kind)
  }

  watch(): () => void {
    return this.lists.poll()
  }

  refresh(): Promise<void> {
    return this.lists.refresh()
  }

  onRecovered(listener: (kind: MediaKind) => void): () => void {
    return this.recovered.on(listener)
  }

  end(): void {
    this.scope.end()
  }

  choose(kind: DeviceKind, device: Device | null): void {
    this.wishes = { ...this.wishes, [kind]: device }
    this.show(kind, null)
    this.decide(kind, true)
    void this.save()
  }

  dismissReplaced(kind: DeviceKind): void {
    this.show(kind, null)
  }

  retry(kind: DeviceKind): void {
    void this.lists.refresh()
    if (opensMedia(kind)) void this.reopen(kind)
  }

  openSystemSettings(kind: MediaKind): void {
    void this.options.desktop.call('media.openSystemSettings', { kind })
  }

  private onList(seen: readonly SeenDevice[]): void {
    for (const kind of DEVICE_KINDS) {
      this.know(kind, { seen: devicesOfKind(kind, seen) })
      this.decide(kind)
    }
  }

  private onReport({ kind, open, held, deviceId, trouble }: MediaReport): void {
    this.know(kind, { trouble, openId: open ? deviceId : null })
    this.show(kind)
    this.pollWhileHeld(kind, held)
    // The first permission brings names and ids.
    const named = this.known[kind].seen?.real.some((device) => device.label !== '') ?? false
    if (open && !named) void this.lists.refresh()
  }

  private pollWhileHeld(kind: MediaKind, held: boolean): void {
    if (held) this.held.add(kind)
    else this.held.delete(kind)
    if (this.held.size > 0) this.stopPolling ??= this.lists.poll()
    else {
      this.stopPolling?.()
      this.stopPolling = null
    }
  }

  private know(kind: DeviceKind, more: Partial<Known>): void {
    this.known[kind] = { ...this.known[kind], ...more }
  }

  /** Chooses, has it opened, and shows it. `byUser`: nothing was lost, whatever changes. */
  private decide(kind: DeviceKind, byUser = false): void {
    const { seen, chosen: before } = this.known[kind]
    if (!seen) return this.show(kind)
    const chosen = chooseDevice(this.wishes[kind], seen).device
    const { replaced } = this.options.store.getState()[kind]
    this.know(kind, { chosen })
    this.show(kind, byUser ? null : replacedAfter(replaced, before, chosen, seen.real))
    if (opensMedia(kind)) this.tellMedia(kind, chosen, seen)
  }

  private tellMedia(kind: MediaKind, device: Device | null, seen: KindDevices): void {
    const { media } = this.options
    const id = device?.id ?? ''
    media.use(kind, id === '' ? null : id, id === 'default' ? seen.behind : '')
    // Before permission the list has no ids to compare with.
    const ids = new Set([...seen.real, ...(seen.system ? [seen.system] : [])].map((each) => each.id))
    if (!ids.has('')) media.present(kind, ids)
  }

  private show(kind: DeviceKind, replaced?: KindState['replaced']): void {
    const { store } = this.options
    const { seen, chosen, trouble, openId } = this.known[kind]
    const available = seen?.real ?? []
    // After a switch that failed another one than the chosen is still in use.
    const inUse = chosen?.id === 'default' ? undefined : available.find((device) => device.id === openId)
    const next: KindState = {
      available,
      wished: this.wishes[kind],
      effective: inUse ?? chosen,
      trouble: seen && !seen.system ? 'device-missing' : trouble,
      replaced: replaced === undefined ? store.getState()[kind].replaced : replaced,
    }
    store.setState({ [kind]: next })
  }

  private async reopen(kind: MediaKind): Promise<void> {
    const { media } = this.options
    media.retry(kind)
    const probe = await media.open(kind)
    if (!probe.ok) return
    this.recovered.emit(kind)
    probe.value.close()
  }

  private async save(): Promise<void> {
    const { desktop, log } = this.options
    this.saving++
    const saved = await desktop.call('settings.change', { devices: this.wishes })
    this.saving--
    if (!saved.ok) log.error('chosen devices not saved', { code: saved.code })
    else if (this.saving === 0) this.setWishes(saved.value.devices)
  }
}
