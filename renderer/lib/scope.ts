// Owns lifetimes: whatever is started is added here, and ending the scope ends it, last first, each once.

export interface Scope {
  /** Ends at once if the scope has already ended. Returns an undo that ends just this one. */
  add(end: () => void): () => void
  end(): void
  readonly ended: boolean
}

export function createScope(): Scope {
  let ends: (() => void)[] | null = []
  return {
    add(end) {
      let live = true
      const once = () => {
        if (!live) return
        live = false
        ends = ends?.filter((other) => other !== once) ?? null
        end()
      }
      if (ends) ends.push(once)
      else once()
      return once
    },
    end() {
      const all = ends ?? []
      ends = null
      for (const end of all.reverse()) end()
    },
    get ended() {
      return ends === null
    },
  }
}
