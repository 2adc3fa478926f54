// Owns the links that the system or a second start hands over: found in the arguments, kept until a page can be told.
// They are offered, never dialled.
import { parseCallLink } from '../../shared/link/call-link'
import { MAX_LINK_CHARS } from '../../shared/protocol/limits'

/** Chromium reorders and adds arguments, so all are looked at. A malformed `parley:` one is offered and explained. */
export function findLink(argv: readonly string[]): string | null {
  const isOurs = (text: string): boolean =>
    text.length <= MAX_LINK_CHARS && (/^parley:/i.test(text) || parseCallLink(text).ok)
  return argv.find(isOurs) ?? null
}

export interface OpenedLinks {
  open(link: string | null): void
  /** The page asks once, as it starts; from then on it is told by event. */
  take(): string | null
  /** The page is gone or loading anew. */
  pageLeft(): void
}

export function createOpenedLinks(tell: (link: string) => void): OpenedLinks {
  let waiting: string | null = null
  let listening = false
  return {
    open(link) {
      if (link === null) return
      if (listening) tell(link)
      else waiting = link
    },
    take() {
      const link = waiting
      waiting = null
      listening = true
      return link
    },
    pageLeft() {
      listening = false
    },
  }
}
