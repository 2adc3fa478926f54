// Owns the way from the user's wishes and what is plugged in to the devices in use, and what is told about it.
// Leaves opening them to rtc/user-media, and the document with the wishes to the settings.
import type { FailureCode } from '../../../shared/failure'
import type { Settings } from '../../../shared/model/settings'
import { createEmitter } from '../../lib/emitter'
import { createScope } from '../../lib/scope'
import type { Clock } from '../../platform/clock'
import type { Desktop } from '../../platform/desktop'
import type { Log } from '../../platform/log'
import { MEDIA_KINDS, type MediaKind } from '../../rtc/local-media'
import type { UserMedia } from '../../rtc/user-media'
import { chooseDevice, devicesOfKind, type KindDevices } from './choose-device'
import { createDeviceWatch, type DeviceLists } from './device-watch'
import { replacedAfter } from './device-replaced'
import type { Device, DeviceCommands, DeviceKind, DevicesStore } from './devices-store'

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
  /** Looks every 2 s for what was plugged in or out, until undone. It also does while a device is open. */
  watch(): () => void
  /** Looks now. */
  refresh(): Promise<void>
  /** A retry opened a device that nobody held: a call that went on without it may take it now. */
  onRecovered(listener: (kind: MediaKind) => void): () => void
  end(): void
}

const KINDS: readonly DeviceKind[] = ['microphone', 'camera', 'speaker']
const NONE: KindDevices = { real: [], system: null, behind: '' }

/** What is known about one kind, beside what the store shows. */
interface Known {
  seen: KindDevices | null
  chosen: Device | null
  trouble: FailureCode | null
  openId: string | null
}

export function createDeviceController(options: DeviceControllerOptions): DeviceController {
  const { store, media, desktop, log } = options
  const scope = createScope()
  const recovered = createEmitter<MediaKind>()
  const unknown = (): Known => ({ seen: null, chosen: null, trouble: null, openId: null })
  const known: Readonly<Record<DeviceKind, Known>> = {
    microphone: unknown(),
    camera: unknown(),
    speaker: unknown(),
  }
  let wishes: Wishes = { microphone: null, camera: null, speaker: null }
  let saving = 0
  let stopPolling = (): void => undefined

  const watch = createDeviceWatch(options.devices, options.clock, (list) => {
    for (const kind of KINDS) {
      known[kind].seen = devicesOfKind(kind, list)
      decide(kind)
    }
  })
  scope.add(() => watch.end())

  /** Chooses, has it opened, and shows it. */
  function decide(kind: DeviceKind): void {
    const about = known[kind]
    const { seen } = about
    if (!seen) return show(kind)
    const before = about.chosen
    about.chosen = chooseDevice(wishes[kind], seen).device
    const { replaced } = store.getState()[kind]
    const next = replacedAfter(replaced, before, about.chosen, seen.real)
    if (next?.gone.id !== replaced?.gone.id) log.info(`${kind} ${next ? 'replaced' : 'back'}`)
    show(kind, next)
    if (kind !== 'speaker') tellMedia(kind, about.chosen, seen)
  }

  function tellMedia(kind: MediaKind, device: Device | null, seen: KindDevices): void {
    const id = device?.id ?? ''
    media.use(kind, id === '' ? null : id, id === 'default' ? seen.behind : '')
    // Before permission the list has no ids to compare with.
    const ids = new Set([...seen.real.map((real) => real.id), ...(seen.system ? [seen.system.id] : [])])
    if (!ids.has('')) media.present(kind, ids)
  }

  function show(kind: DeviceKind, replaced = store.getState()[kind].replaced): void {
    const { seen, chosen, trouble, openId } = known[kind]
    const available = seen?.real ?? []
    // After a switch that failed another one than the chosen is still in use.
    const inUse = chosen?.id === 'default' ? undefined : available.find((device) => device.id === openId)
    store.setState({
      [kind]: {
        available,
        wished: wishes[kind],
        effective: inUse ?? chosen,
        trouble: seen && !seen.system ? 'device-missing' : trouble,
        replaced,
      },
    })
  }

  function pollWhileOpen(): void {
    const open = MEDIA_KINDS.some((kind) => media.isOpen(kind))
    stopPolling()
    stopPolling = open ? watch.poll() : () => undefined
  }

  async function save(): Promise<void> {
    saving++
    const saved = await desktop.call('settings.change', { devices: wishes })
    saving--
    if (!saved.ok) log.error('chosen devices not saved', { code: saved.code })
    else if (saving === 0) setWishes(saved.value.devices)
  }

  function setWishes(next: Wishes): void {
    // An older choice coming back must not undo the one being saved.
    if (saving > 0) return
    wishes = next
    for (const kind of KINDS) decide(kind)
  }

  async function retry(kind: MediaKind): Promise<void> {
    media.retry(kind)
    const probe = await media.open(kind)
    if (!probe.ok) return
    recovered.emit(kind)
    probe.value.close()
  }

  scope.add(
    media.onReport((report) => {
      const about = known[report.kind]
      about.trouble = report.trouble
      about.openId = report.open ? report.deviceId : null
      show(report.kind)
      pollWhileOpen()
      // The first permission brings names and ids.
      const nameless = (about.seen ?? NONE).real.every((device) => device.label === '')
      if (report.open && nameless) void watch.refresh()
    }),
  )

  return {
    setWishes,
    watch: () => watch.poll(),
    refresh: () => watch.refresh(),
    onRecovered: (listener) => recovered.on(listener),
    end: () => scope.end(),
    choose(kind, device) {
      wishes = { ...wishes, [kind]: device }
      show(kind, null)
      decide(kind)
      void save()
    },
    dismissReplaced: (kind) => show(kind, null),
    retry(kind) {
      void watch.refresh()
      if (kind !== 'speaker') void retry(kind)
    },
    openSystemSettings: (kind) => void desktop.call('media.openSystemSettings', { kind }),
  }
}
