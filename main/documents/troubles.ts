// Owns the list of what is wrong with our documents now, for app.info and the event. Words are shared/text's.
import type { DocumentTrouble } from '../../shared/model/document-trouble'

export interface Troubles {
  /** The newest per document; null takes back a "not saved", as what happened at start stays worth telling. */
  set(document: DocumentTrouble['document'], trouble: Omit<DocumentTrouble, 'document'> | null): void
  list(): DocumentTrouble[]
}

export function createTroubles(told: (trouble: DocumentTrouble) => void): Troubles {
  let all: readonly DocumentTrouble[] = []
  return {
    set(document, trouble) {
      const known = all.find((one) => one.document === document && one.outcome === 'not-saved')
      if (trouble?.outcome === 'not-saved' && known?.code === trouble.code) return // said already
      all = all.filter((one) => one.document !== document || one.outcome !== 'not-saved')
      if (!trouble) return
      const full = { document, ...trouble }
      all = [...all, full]
      told(full)
    },
    list: () => [...all],
  }
}
