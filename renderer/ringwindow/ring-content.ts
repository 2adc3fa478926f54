// Owns what the ring window says for a call that rings: words and signs, not how they are drawn. Pure.
import type { RingShown } from '../../shared/model/ring'
import { incomingWords } from '../../shared/text/en-incoming'
import { ringWindowWords } from '../../shared/text/en-ring-window'
import { cleanName } from '../lib/clean-name'
import { initials, tintOf } from '../lib/person-sign'
import { graphemes, isolated, spokenOr } from '../lib/spoken-name'

/** More would push the end of its sentence off its line. */
const MOST_IN_LINE = 28

export type RingContent = {
  /** Never empty. */
  readonly name: string
  /** "is calling with video". */
  readonly how: string
  /** Whether the user knows them; empty where the name says it already. */
  readonly who: string
  /** The name is a contact's, the person isn't. */
  readonly isNotWhoItSeems: boolean
  /** base64; null: initials on the tint. */
  readonly picture: string | null
  readonly initials: string
  readonly tint: number
  /** Empty where nothing is to be said. */
  readonly note: string
  readonly acceptVideo: string
  readonly acceptSound: string
  /** As they called: theirs is the answer that is offered first. */
  readonly isVideo: boolean
  readonly messagesTitle: string
  readonly messages: readonly string[]
  readonly canSilence: boolean
  /** For assistive technology, once a call. */
  readonly announcement: string
}

export function ringContent(shown: RingShown): RingContent {
  const { ring, test, sound, silenced, inCall, messages } = shown
  const { person, video } = ring
  const name = cleanName(person.name)
  const words = ringWindowWords
  return {
    name: name || words.unnamed,
    how: howOf(shown),
    who: test ? '' : whoIs(ring, name),
    isNotWhoItSeems: person.namesake !== null,
    picture: person.isContact ? person.picture : null,
    initials: initials(name),
    tint: tintOf(person.id),
    note: noteOf(shown),
    acceptVideo: inCall ? words.endAndAcceptVideo : words.acceptVideo,
    acceptSound: inCall ? words.endAndAcceptSound : words.acceptSound,
    isVideo: video,
    messagesTitle: incomingWords.messageTitle(spokenOr(name, words.them)),
    messages,
    canSilence: sound !== null && !silenced,
    announcement: test ? words.testAnnounce : incomingWords.announce(isolated(name || words.unnamed), video),
  }
}

function whoIs({ person }: RingShown['ring'], name: string): string {
  if (person.namesake !== null) {
    return incomingWords.notNamesake(isolated(cut(cleanName(person.namesake) || name)))
  }
  if (person.isContact) return incomingWords.contact
  return name === '' ? '' : incomingWords.stranger
}

/** Whole it stands above already. */
function cut(name: string): string {
  const letters = graphemes(name)
  return letters.length <= MOST_IN_LINE ? name : `${letters.slice(0, MOST_IN_LINE).join('').trim()}…`
}

function howOf({ ring, test }: RingShown): string {
  if (test) return ringWindowWords.test
  return ring.video ? incomingWords.withVideo : incomingWords.withSound
}

function noteOf({ test, inCall, silenced }: RingShown): string {
  if (test) return ringWindowWords.testNote
  if (inCall) return ringWindowWords.inCall
  return silenced ? incomingWords.silenced : ''
}
