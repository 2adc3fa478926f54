// Owns whose picture an avatar shows: a contact's, or the user's own.
import type { Contact } from '../../shared/model/contact'
import { createPeoplePictures } from '../features/people/people-pictures'
import type { AvatarPictures } from '../ui/avatar-pictures'
import type { Client } from './client'

export function avatarPicturesOf({
  desktop,
  people,
  identity,
  settings,
}: Pick<Client, 'desktop' | 'people' | 'identity' | 'settings'>): AvatarPictures {
  const stored = storedPictures()
  const isOwn = (id: string): boolean => {
    const own = identity.getState()
    return own.status === 'ready' && own.id === id
  }
  return createPeoplePictures({
    desktop,
    pictureOf: (id) =>
      isOwn(id) ? settings.getState().settings.picture : (stored(people.getState().contacts).get(id) ?? null),
    changes(listener) {
      const unfollow = [people, identity, settings].map((store) => store.subscribe(listener))
      return () => unfollow.forEach((undo) => undo())
    },
  })
}

/** One index for each list of contacts, since every avatar asks. */
function storedPictures(): (contacts: readonly Contact[]) => ReadonlyMap<string, string | null> {
  let of: readonly Contact[] = []
  let byId: ReadonlyMap<string, string | null> = new Map()
  return (contacts) => {
    if (contacts !== of) byId = new Map(contacts.map(({ id, picture }) => [id, picture]))
    of = contacts
    return byId
  }
}
