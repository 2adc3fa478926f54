// Owns the words of a call's notification, and of the self-test's. Pure.
import { cleanText } from '../../shared/clean-text'
import type { Ring } from '../../shared/model/ring'
import { MAX_NAME_CHARS } from '../../shared/protocol/limits'
import type { RingWords } from '../../shared/text/desktop-en'
import type { Notice } from '../notify/notifier'

export function ringNotice({ person, video }: Ring, inCall: boolean, words: RingWords): Notice {
  const name = cleanText(person.name, MAX_NAME_CHARS) || words.somebody
  return {
    title: words.calls(name),
    body: [
      video ? words.withVideo : words.withSound,
      ...(person.namesake === null ? [] : [words.notNamesake(person.namesake)]),
    ].join(' '),
    kind: 'ringing',
    actions: [
      { name: 'accept', label: inCall ? words.endAndAccept : words.accept },
      { name: 'decline', label: words.decline },
    ],
  }
}

/** With the buttons of a call's: whether they are there and do something is part of the test. */
export const testNotice = (words: RingWords): Notice => ({
  title: words.testTitle,
  body: words.testBody,
  kind: 'ringing',
  actions: [
    { name: 'accept', label: words.accept },
    { name: 'decline', label: words.decline },
  ],
})
