// Owns how a call that rings is told to the host, which shows it outside this page. Pure.
import type { RingOrigin, ToldRing } from '../../../shared/model/kept-ring'
import { MAX_RINGS, type Ring } from '../../../shared/model/ring'

/** What the wiring reads off a call. */
export interface RingingView {
  readonly callId: string
  readonly person: {
    readonly id: string
    readonly name: string
    readonly isContact: boolean
    readonly namesake?: string
    /** A data URL. */
    readonly picture?: string
  }
  readonly video: boolean
}

/** What else the wiring knows of them. */
export interface KnownOfRings {
  readonly isFavourite: (id: string) => boolean
  /** A data URL of the picture stored for a contact; null while it is read, and where there is none. */
  readonly storedPicture: (id: string) => string | null
  /** Where the caller is reached, for a page after this one. */
  readonly originOf: (callId: string) => RingOrigin | null
}

/** Oldest first; of those that are more than anybody answers, the newest are left out. */
export function toldRings(calls: readonly RingingView[], known: KnownOfRings): ToldRing[] {
  return calls.slice(0, MAX_RINGS).map((call) => ({
    ring: ringOf(call, known),
    origin: known.originOf(call.callId),
  }))
}

function ringOf({ callId, person, video }: RingingView, known: KnownOfRings): Ring {
  return {
    callId,
    person: {
      id: person.id,
      name: person.name,
      isContact: person.isContact,
      isFavourite: known.isFavourite(person.id),
      namesake: person.namesake ?? null,
      picture: person.isContact ? dataOf(known.storedPicture(person.id) ?? person.picture) : null,
    },
    video,
  }
}

const dataOf = (url: string | undefined): string | null => url?.slice(url.indexOf(',') + 1) ?? null
