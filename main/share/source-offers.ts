// Owns which ids may be chosen now: those that a dialogue lists at this moment, and a closed window's successor.
// An id is good in the dialogue that offered it, and nowhere else.
import { randomBytes } from 'node:crypto'
import type { Asker } from '../ipc-dispatch'

export type Offer = { readonly id: string; readonly name: string }

export interface SourceOffers {
  /** A new dialogue, without offers. */
  open(asker: Asker): string
  /** From now on it offers these and no others. Nothing happens where it is closed. */
  replace(dialogue: string, offers: readonly Offer[]): void
  close(dialogue: string): void
  /** A source that may be chosen without a picker; takes back the one offered before. Answers with its dialogue. */
  offerSuccessor(asker: Asker, offer: Offer): string
  takeBackSuccessor(asker: Asker): void
  /** Everything that this page was offered. */
  closeAll(asker: Asker): void
  find(asker: Asker, dialogue: string, id: string): Offer | null
}

type Dialogue = { readonly asker: Asker; readonly offers: ReadonlyMap<string, Offer> }

export function createSourceOffers(): SourceOffers {
  const dialogues = new Map<string, Dialogue>()
  /** The dialogue of each page's successor. */
  const successors = new Map<Asker, string>()

  function open(asker: Asker, offers: readonly Offer[] = []): string {
    const dialogue = randomBytes(8).toString('hex')
    dialogues.set(dialogue, { asker, offers: byId(offers) })
    return dialogue
  }

  function takeBackSuccessor(asker: Asker): void {
    dialogues.delete(successors.get(asker) ?? '')
    successors.delete(asker)
  }

  return {
    open: (asker) => open(asker),
    replace(dialogue, offers) {
      const known = dialogues.get(dialogue)
      if (known) dialogues.set(dialogue, { ...known, offers: byId(offers) })
    },
    close: (dialogue) => void dialogues.delete(dialogue),
    offerSuccessor(asker, offer) {
      takeBackSuccessor(asker)
      const dialogue = open(asker, [offer])
      successors.set(asker, dialogue)
      return dialogue
    },
    takeBackSuccessor,
    closeAll(asker) {
      successors.delete(asker)
      for (const [dialogue, known] of dialogues) if (known.asker === asker) dialogues.delete(dialogue)
    },
    find(asker, dialogue, id) {
      const known = dialogues.get(dialogue)
      return known?.asker === asker ? (known.offers.get(id) ?? null) : null
    },
  }
}

const byId = (offers: readonly Offer[]): ReadonlyMap<string, Offer> =>
  new Map(offers.map((offer) => [offer.id, offer]))
