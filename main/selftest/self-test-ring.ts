// Owns what the self-test rings as, and hearing what became of its notification.
import { desktopEn } from '../../shared/text/desktop-en'
import type { Ring } from '../../shared/model/ring'
import type { NoticeEvent, Notifier } from '../notify/notifier'

/** The identity of no key that anybody has: 128 bits would have to come out so. */
const NOBODY = '0'.repeat(32)

export const selfTestRing = (ringId: string): Ring => ({
  callId: ringId,
  person: {
    ...{ id: NOBODY, name: desktopEn.ring.testName, isContact: false, isFavourite: false },
    ...{ namesake: null, picture: null },
  },
  video: true,
})

/** Whatever rings is told too: only one does at a time. */
export function watchedNotifier(notifier: Notifier, told: (event: NoticeEvent) => void): Notifier {
  return {
    show: (notice, heard) =>
      notifier.show(notice, (event) => {
        told(event)
        heard(event)
      }),
    abilities: () => notifier.abilities(),
    end: () => notifier.end(),
  }
}
