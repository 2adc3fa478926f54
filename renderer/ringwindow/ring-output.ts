// Owns which device an audio element plays on: the wish by its id, else by its name, else the system's own.
import type { RingShown } from '../../shared/model/ring'
import { chooseDevice, devicesOfKind } from '../features/devices/choose-device'
import type { Clock } from '../platform/clock'

export type OutputOptions = {
  readonly devices: Pick<MediaDevices, 'enumerateDevices'>
  readonly clock: Pick<Clock, 'after'>
}
type Wish = NonNullable<RingShown['sound']>['device']

/** A device that is asleep may take its time; it must ring all the same. */
const LONGEST_MS = 500
const SYSTEM = ''

export class Output {
  readonly #audio: Pick<HTMLAudioElement, 'sinkId' | 'setSinkId'>
  readonly #options: OutputOptions

  constructor(audio: Pick<HTMLAudioElement, 'sinkId' | 'setSinkId'>, options: OutputOptions) {
    this.#audio = audio
    this.#options = options
  }

  async direct(wish: Wish): Promise<void> {
    const id = wish === null ? SYSTEM : await this.#idFor(wish)
    if (this.#audio.sinkId === id || (await this.#redirect(id))) return
    await this.directToSystem()
  }

  async directToSystem(): Promise<void> {
    if (this.#audio.sinkId !== SYSTEM) await this.#redirect(SYSTEM)
  }

  /** False only where the list says so. */
  async isThere(): Promise<boolean> {
    const list = await this.#seen()
    return list === null || list.some(({ kind }) => kind === 'audiooutput')
  }

  async #idFor(wish: NonNullable<Wish>): Promise<string> {
    const list = await this.#seen()
    if (list === null) return wish.id
    const { device, by } = chooseDevice(wish, devicesOfKind('ringer', list))
    return device === null || by === 'system' ? SYSTEM : device.id
  }

  /** False where it was refused. */
  #redirect(id: string): Promise<boolean> {
    return new Promise((resolve) => {
      const stop = this.#options.clock.after(LONGEST_MS, () => resolve(false))
      const settle = (done: boolean): void => {
        stop()
        resolve(done)
      }
      this.#audio.setSinkId(id).then(
        () => settle(true),
        () => settle(false),
      )
    })
  }

  /** null: the list can't be had, which says nothing of the devices. */
  #seen(): Promise<readonly MediaDeviceInfo[] | null> {
    return this.#options.devices.enumerateDevices().then(
      (list) => list,
      () => null,
    )
  }
}
