// Owns the user's own picture as it goes with a call: read once after each change of settings, since an invite doesn't wait.
import type { Desktop } from '../../platform/desktop'
import type { Log } from '../../platform/log'
import type { SettingsStore } from './settings-store'

export interface OwnPicture {
  /** base64; null where there is none, or it isn't read yet. */
  data(): string | null
}

export interface OwnPictureOptions {
  readonly store: SettingsStore
  readonly desktop: Pick<Desktop, 'call'>
  readonly log: Log
}

export function createOwnPicture({ store, desktop, log }: OwnPictureOptions): OwnPicture {
  let wanted: string | null = null
  let data: string | null = null

  async function follow(): Promise<void> {
    const { picture } = store.getState().settings
    if (picture === wanted) return
    wanted = picture
    data = null
    if (picture === null) return
    const read = await desktop.call('pictures.read', { pictures: [picture] })
    if (wanted !== picture) return
    data = read.ok ? (read.value.pictures[0]?.data ?? null) : null
    if (data === null) log.info('own picture not read', { code: read.ok ? 'not-found' : read.code })
  }

  store.subscribe(() => void follow())
  void follow()
  return { data: () => data }
}
