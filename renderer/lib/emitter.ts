// Owns the smallest event source: listeners in order of subscription, each call with its undo.

export interface Emitter<T> {
  emit(event: T): void
  on(listener: (event: T) => void): () => void
}

export function createEmitter<T>(): Emitter<T> {
  const listeners = new Set<{ readonly run: (event: T) => void }>()
  return {
    emit(event) {
      // A copy: a listener may end itself or others while it runs.
      for (const listener of [...listeners]) if (listeners.has(listener)) listener.run(event)
    },
    on(run) {
      const listener = { run }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
