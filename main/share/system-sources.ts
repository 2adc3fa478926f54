// Owns asking Electron for windows and screens, and making its pictures small. Never called before the person's click:
// on Wayland it opens a dialogue, on macOS it asks for permission.
import { BrowserWindow, desktopCapturer, systemPreferences, type DesktopCapturerSource } from 'electron'
import type { NativeImage } from 'electron'
import { sourceIdSchema } from '../../shared/model/share'
import type { ChosenSource } from './open-requests'
import type { Look, SourceKind } from './look-plan'
import { isOwnWindow } from './own-windows'
import type { SystemSources } from './source-watch'
import type { Picture, SeenSource } from './source-list'

const THUMBNAIL = { width: 320, height: 180 } as const
const NO_THUMBNAIL = { width: 0, height: 0 } as const
const JPEG_QUALITY = 80
/** Twice the size at which it is drawn. */
const ICON_PX = 32
/** As the contract allows. */
const MAX_PICTURE_CHARS = 400_000
/** Pictures made in one turn, so that main still answers others while there are many. */
const PICTURES_PER_TURN = 8

/** What only a look tells, and others need after it. */
export type Saw = {
  /** A screen's source and display. */
  readonly screen: (id: string, displayId: string) => void
  readonly list: (kinds: readonly SourceKind[], seen: readonly SeenSource[]) => void
}

export function systemSources(platform: string, saw: Saw): SystemSources {
  return {
    isDenied() {
      if (platform !== 'darwin') return false
      const access = systemPreferences.getMediaAccessStatus('screen')
      return access === 'denied' || access === 'restricted'
    },
    async look({ kinds, pictures }: Look) {
      const sources = await desktopCapturer.getSources({
        types: [...kinds],
        thumbnailSize: pictures ? THUMBNAIL : NO_THUMBNAIL,
        fetchWindowIcons: true,
      })
      for (const source of sources) if (source.display_id) saw.screen(source.id, source.display_id)
      const ownIds = ownSourceIds()
      const others = sources.filter(
        ({ id }) => sourceIdSchema.safeParse(id).success && !isOwnWindow(id, ownIds),
      )
      const seen = await seenSources(others, pictures)
      saw.list(kinds, seen)
      return seen
    },
  }
}

/** The system's own dialogue, which gives one source; null: the person chose none. */
export async function askSystemForSource(): Promise<ChosenSource | null> {
  // Both kinds at once: asked for one after the other it shows two dialogues. https://github.com/electron/electron/issues/39043
  const [source] = await desktopCapturer.getSources({
    types: ['screen', 'window'],
    thumbnailSize: NO_THUMBNAIL,
  })
  return source ? { id: source.id, name: source.name } : null
}

/** Names a screen without a look at the screens: the capture itself opens the system's dialogue, and takes what it gives. */
export const WHATEVER_THE_PORTAL_GIVES: ChosenSource = { id: 'screen:0:0', name: 'Entire Screen' }

const ownSourceIds = (): readonly string[] =>
  BrowserWindow.getAllWindows().flatMap((window) => (window.isDestroyed() ? [] : [window.getMediaSourceId()]))

async function seenSources(
  sources: readonly DesktopCapturerSource[],
  pictures: boolean,
): Promise<readonly SeenSource[]> {
  const seen: SeenSource[] = []
  for (const source of sources) {
    if (pictures && seen.length % PICTURES_PER_TURN === PICTURES_PER_TURN - 1) await nextTurn()
    seen.push({
      id: source.id,
      name: source.name,
      icon: iconOf(source),
      picture: pictures ? pictureOf(source.thumbnail) : { is: 'not-taken' },
    })
  }
  return seen
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function pictureOf(thumbnail: NativeImage): Picture {
  if (thumbnail.isEmpty()) return { is: 'failed' }
  const url = `data:image/jpeg;base64,${thumbnail.toJPEG(JPEG_QUALITY).toString('base64')}`
  return url.length <= MAX_PICTURE_CHARS ? { is: 'taken', url } : { is: 'failed' }
}

function iconOf(source: DesktopCapturerSource): string | null {
  // Null or empty for a screen, and for a window that has none.
  const icon = source.appIcon as NativeImage | null | undefined
  if (!icon || icon.isEmpty()) return null
  const { width } = icon.getSize()
  const url = (width > ICON_PX ? icon.resize({ width: ICON_PX, quality: 'good' }) : icon).toDataURL()
  return url.length <= MAX_PICTURE_CHARS ? url : null
}
