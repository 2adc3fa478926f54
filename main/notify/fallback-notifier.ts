// Owns showing a notification another way while the first has none, and never in both.
import type { NoticeEvent, Notifier } from './notifier'

/** `helps`: whether the other way may work where the first failed for that reason. */
export function fallbackNotifier(
  first: Notifier,
  second: Notifier,
  helps: (why: string) => boolean,
): Notifier {
  return {
    show(notice, heard) {
      let closeSecond: (() => void) | null = null
      const fromSecond = (event: NoticeEvent): void => {
        if (event.is === 'failed') closeSecond = null
        // Seen there, so no daemon that comes up shall show it again.
        if (event.is === 'closed') closeFirst()
        heard(event)
      }
      const closeFirst = first.show(notice, (event) => {
        if (event.is === 'failed') {
          if (closeSecond !== null) return
          if (!helps(event.why)) return heard(event)
          closeSecond = second.show(notice, fromSecond)
          return
        }
        closeSecond?.()
        closeSecond = null
        heard(event)
      })
      return () => {
        closeFirst()
        closeSecond?.()
      }
    },
    // Not the other's: on Linux it says that it is there also where nobody shows anything.
    abilities: () => first.abilities(),
    end() {
      first.end()
      second.end()
    },
  }
}
