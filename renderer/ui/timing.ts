// Owns what drawing needs of a clock; the platform's clock has it.

export interface Timing {
  /** Monotonic milliseconds. */
  now(): number
  /** Both return their undo. */
  after(ms: number, run: () => void): () => void
  every(ms: number, run: () => void): () => void
}
