// Owns the open dialogues: one per page, each looking until it is closed or its page is gone. How one looks is
// source-watch.ts.
import type { ShareSources } from '../../shared/model/share'
import { fail, ok, type Result } from '../../shared/result'
import type { Asker } from '../ipc-dispatch'
import type { SourceOffers } from './source-offers'
import { createWatchMemory, SourceWatch, type SourceWatchParts } from './source-watch'

export interface SourceDialogues {
  open(asker: Asker): Result<{ readonly dialogue: string }>
  close(asker: Asker, dialogue: string): void
  /** The page is gone, and everything it was offered with it. */
  left(asker: Asker): void
}

export type SourceDialogueParts = SourceWatchParts & {
  readonly picker: 'own' | 'system'
  readonly offers: SourceOffers
  readonly tell: (asker: Asker, sources: ShareSources) => void
  readonly closed: (dialogue: string) => void
}

type Dialogue = { readonly id: string; readonly watch: SourceWatch }

export function createSourceDialogues(parts: SourceDialogueParts): SourceDialogues {
  const { offers } = parts
  const dialogues = new Map<Asker, Dialogue>()
  const memory = createWatchMemory()

  function end(asker: Asker): void {
    const dialogue = dialogues.get(asker)
    if (!dialogue) return
    dialogues.delete(asker)
    dialogue.watch.stop()
    offers.close(dialogue.id)
    parts.closed(dialogue.id)
  }

  return {
    open(asker) {
      // Where the system has its own picker even a look would open it.
      if (parts.picker === 'system') return fail('not-supported-here')
      end(asker)
      const id = offers.open(asker)
      const watch = new SourceWatch(parts, memory, (state) => {
        const listed = state.is === 'listed' ? state.sources : []
        offers.replace(
          id,
          listed.map((source) => ({ id: source.id, name: source.title })),
        )
        parts.tell(asker, { dialogue: id, state })
      })
      dialogues.set(asker, { id, watch })
      watch.begin()
      return ok({ dialogue: id })
    },
    close(asker, dialogue) {
      if (dialogues.get(asker)?.id === dialogue) end(asker)
    },
    left(asker) {
      end(asker)
      offers.closeAll(asker)
    },
  }
}
