// Owns what a link in the field means to this client, and calling it.
import { useStore } from 'zustand'
import { normaliseBaseUrl } from '../../shared/link/base-url'
import type { CallLink } from '../../shared/link/call-link'
import type { PasteContext } from '../features/connection/call-box-rules'
import { useClient, useFrame } from './client-context'
import { linkPlaced } from './frame-store'

export interface LinkField {
  readonly context: PasteContext
  /** A contact's name. */
  readonly nameOf: (id: string) => string | null
  /** No call can be signed. */
  readonly locked: boolean
  readonly call: (link: CallLink, video: boolean) => void
}

export function useLinkField(): LinkField {
  const client = useClient()
  const frame = useFrame()
  const identity = useStore(client.identity)
  const contacts = useStore(client.people, (people) => people.contacts)
  const dial = useStore(client.connection, ({ reach }) =>
    reach.home.status === 'ready' ? reach.home.advertised : null,
  )
  const own = client.info.host === 'guest' && dial !== null ? normaliseBaseUrl(dial) : null
  const nameOf = (id: string) => contacts.find((contact) => contact.id === id)?.name ?? null
  return {
    nameOf,
    context: {
      ownId: identity.status === 'ready' ? identity.id : null,
      onlyServer: own?.ok ? own.value : null,
    },
    locked: identity.status === 'locked',
    call: ({ id, server }, video) =>
      linkPlaced(frame, client.commands.calls.place({ id, server, name: nameOf(id) ?? '' }, video)),
  }
}
