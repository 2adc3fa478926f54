// Owns the stored pictures that are on the screen: read when an avatar wants one, many at a time, and a bounded number kept.
import { pictureUrl } from '../../../shared/model/picture'
import type { Desktop } from '../../platform/desktop'
import type { AvatarPictures } from '../../ui/avatar-pictures'

export interface PeoplePicturesOptions {
  readonly desktop: Desktop
  /** The id of the picture stored for a person: a contact's, or the user's own. */
  readonly pictureOf: (personId: string) => string | null
  /** Tells when `pictureOf` may answer otherwise; returns its undo. */
  readonly changes: (listener: () => void) => () => void
}

/** As the contract takes. */
const MOST_AT_ONCE = 100
/** Some 10 kB each. */
export const MOST_KEPT = 2_000

export function createPeoplePictures(options: PeoplePicturesOptions): AvatarPictures {
  return new PeoplePictures(options)
}

class PeoplePictures implements AvatarPictures {
  private readonly options: PeoplePicturesOptions
  private readonly listeners = new Set<() => void>()
  /** Null while it is read, and where the host has none. Oldest first. */
  private readonly urls = new Map<string, string | null>()
  private waiting: string[] = []

  constructor(options: PeoplePicturesOptions) {
    this.options = options
  }

  readonly pictureOf = (personId: string): string | null => this.options.pictureOf(personId)

  readonly urlOf = (picture: string): string | null => this.urls.get(picture) ?? null

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    const unfollow = this.options.changes(listener)
    return () => {
      this.listeners.delete(listener)
      unfollow()
    }
  }

  readonly want = (picture: string): void => {
    if (this.urls.has(picture)) return
    this.urls.set(picture, null)
    this.waiting.push(picture)
    // All avatars that are drawn in one go ask in one go.
    if (this.waiting.length === 1) queueMicrotask(() => void this.readWaiting())
  }

  private async readWaiting(): Promise<void> {
    const wanted = this.waiting
    this.waiting = []
    for (let at = 0; at < wanted.length; at += MOST_AT_ONCE) {
      await this.read(wanted.slice(at, at + MOST_AT_ONCE))
    }
  }

  private async read(pictures: string[]): Promise<void> {
    const read = await this.options.desktop.call('pictures.read', { pictures })
    if (!read.ok) {
      // The next avatar that wants one asks again. Nobody is told: who draws anew upon it would ask without end.
      for (const picture of pictures) this.urls.delete(picture)
      return
    }
    // What is missing shows as initials.
    for (const { picture, data } of read.value.pictures) this.urls.set(picture, pictureUrl(data))
    this.forgetOldest()
    for (const listener of this.listeners) listener()
  }

  private forgetOldest(): void {
    for (const picture of this.urls.keys()) {
      if (this.urls.size <= MOST_KEPT) return
      this.urls.delete(picture)
    }
  }
}
