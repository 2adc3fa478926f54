// Owns what the call layer is given: everything it can't make itself, so that tests can give it other things.
import type { BaseUrl } from '../../../shared/link/base-url'
import type { CallLink } from '../../../shared/link/call-link'
import type { NewCallRecord } from '../../../shared/model/call-record'
import type { KeptCall } from '../../../shared/model/kept-call'
import type { Settings } from '../../../shared/model/settings'
import type { Result } from '../../../shared/result'
import type { Clock, Ids } from '../../platform/clock'
import type { Log } from '../../platform/log'
import type { LocalMedia } from '../../rtc/local-media'
import type { Signalling } from '../../rtc/signalling'
import type { Signer, Unsealer } from '../../rtc/signer'
import type { CallsStore } from './calls-store'

export interface KnownPerson {
  readonly name: string
  /** One of theirs is stored, and shown instead of what they send. */
  readonly hasPicture: boolean
}

export interface CallControllerDeps {
  readonly signer: Signer
  readonly unseal: Unsealer
  readonly media: LocalMedia
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly store: CallsStore
  /** The home server's connection, in whatever state; null while there is none. */
  readonly home: () => Signalling | null
  /** Home by the name that others know it by (`Reach.home.advertised`); null while there is none. */
  readonly advertisedHome: () => BaseUrl | null
  /**
   * Home where `server` is one of its names, else the one visit there may be, opened where it isn't there yet. `via` is the
   * server that brought the link, null for one that the user typed, pasted or opened.
   */
  readonly openVisit: (server: BaseUrl, via: BaseUrl | null) => Promise<Result<Signalling>>
  /** No call needs that visit any more. Harmless twice. */
  readonly closeVisit: (visit: Signalling) => void
  /** The server that brought a link which is stored; null where the user did. */
  readonly storedVia: (link: CallLink) => BaseUrl | null
  /** A saved person, or null. */
  readonly contactOf: (id: string) => KnownPerson | null
  /** The name of a contact who is somebody else and is called the same to the eye; null where there is none. */
  readonly namesakeOf: (person: { readonly id: string; readonly name: string }) => string | null
  /** Nothing of theirs is heard. */
  readonly isBlocked: (id: string) => boolean
  readonly settings: () => Pick<Settings, 'name' | 'prewarm' | 'unknownCallers' | 'ringSeconds' | 'ringProof'>
  /** Whether calls with them go through a relay alone, asked anew for each connection; so is one while that isn't read yet. */
  readonly relayOnly: (id: string) => boolean
  /** The user's own picture as it goes with a call: base64; null where there is none, or it isn't read yet. */
  readonly ownPicture: () => string | null
  /** Their picture, base64, made our own: a URL of it drawn anew; null where it is none. */
  readonly acceptPicture: (data: string) => Promise<string | null>
  /** How the connection of that call was, in a word; null where nothing was measured. */
  readonly qualityOf: (callId: string) => NewCallRecord['quality'] | null
  /**
   * Our own link, for the other side to call back; empty while there is none. `relayOnly`: and where it names this computer's
   * own address.
   */
  readonly ownLink: (relayOnly: boolean) => string
  readonly createCertificate: () => Promise<RTCCertificate>
  /** For the next page, should this one be lost in the call; null: there is none to take up. */
  readonly keepCall: (kept: KeptCall | null) => void
  /** One line of history. */
  readonly record: (record: NewCallRecord) => void
}
