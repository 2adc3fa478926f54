// Owns the way from an avatar to the picture that is stored of that person. Whose it is and where it is read from is the
// people's; without a provider there are initials.
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'

export interface AvatarPictures {
  /** Names the stored picture of a person; null where there is none. */
  readonly pictureOf: (personId: string) => string | null
  /** A URL for an <img>; null until it was read. */
  readonly urlOf: (picture: string) => string | null
  /** Has it read, if it isn't yet. */
  readonly want: (picture: string) => void
  /** Told when any of this changed. Returns its undo. */
  readonly subscribe: (listener: () => void) => () => void
}

const NONE: AvatarPictures = {
  pictureOf: () => null,
  urlOf: () => null,
  want: () => undefined,
  subscribe: () => () => undefined,
}

const AvatarPicturesContext = createContext<AvatarPictures>(NONE)
export const AvatarPicturesProvider = AvatarPicturesContext.Provider

/** Null while there is none to show. */
export function useAvatarPicture(personId: string): string | null {
  const pictures = useContext(AvatarPicturesContext)
  const picture = useSyncExternalStore(pictures.subscribe, () => pictures.pictureOf(personId))
  const url = useSyncExternalStore(pictures.subscribe, () => picture && pictures.urlOf(picture))
  useEffect(() => {
    if (picture !== null) pictures.want(picture)
  }, [pictures, picture])
  return url
}
