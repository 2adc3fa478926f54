// Owns the notification of missed calls: one for all that weren't seen, that stays until they are. Which those are is the
// history's; seen anywhere, it is gone here.
import { cleanText } from '../../shared/clean-text'
import { MAX_NAME_CHARS } from '../../shared/protocol/limits'
import type { MissedWords } from '../../shared/text/desktop-en'
import type { Notice, Notifier } from './notifier'

export type MissedCall = {
  readonly id: string
  readonly name: string
  /** The user accepted it, and no page was there in time to take it. */
  readonly tooLate?: true
}

export interface MissedDeps {
  readonly notifier: Notifier
  readonly words: MissedWords
  readonly callBack: (id: string) => void
  readonly showHistory: () => void
}

export interface MissedNotices {
  /** Those not seen yet, newest first. Of those that were there at the start nothing is said: they are in the tray. */
  update(missed: readonly MissedCall[]): void
  end(): void
}

export function createMissedNotices({ notifier, words, callBack, showHistory }: MissedDeps): MissedNotices {
  let known: number | null = null
  let close: (() => void) | null = null

  function end(): void {
    close?.()
    close = null
  }

  return {
    update(missed) {
      const before = known
      known = missed.length
      if (before === null || missed.length === before) return
      end()
      // Fewer than before: some were seen or deleted, and nothing new is to be said.
      const [newest] = missed
      if (!newest || missed.length < before) return
      close = notifier.show(missedNotice(missed, words), (event) => {
        if (event.is !== 'pressed') return
        if (event.action === 'call-back') callBack(newest.id)
        else showHistory()
      })
    },
    end,
  }
}

/** So many names; of the rest the number says enough. */
const MOST_NAMED = 3

function missedNotice(missed: readonly MissedCall[], words: MissedWords): Notice {
  const names = [...new Set(missed.map(({ name }) => cleanText(name, MAX_NAME_CHARS) || words.somebody))]
  const one = names.length === 1
  const newest = names[0] ?? words.somebody
  return {
    title: missed.length === 1 ? words.one(newest) : words.many(missed.length),
    body: [
      ...(missed.length === 1
        ? []
        : [words.from(names.slice(0, MOST_NAMED).join(', '), names.length - MOST_NAMED)]),
      ...(missed[0]?.tooLate ? [words.tooLate(newest)] : []),
    ].join('\n'),
    kind: 'missed',
    actions: [
      ...(one ? [{ name: 'call-back', label: words.callBack }] : []),
      { name: 'show', label: words.show },
    ],
  }
}
