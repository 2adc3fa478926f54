// Owns the links that the system or a start hands over, until a page can be told. They are offered, never dialled.

export interface OpenedLinks {
  open(link: string): void
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
