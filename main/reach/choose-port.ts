// Owns finding the embedded server's port, once: random and free, in a range that systems don't hand out by themselves.

/** Above the registered services in common use, below every system's range for outgoing connections (32768, 49152). */
export const FIRST_PORT = 20_000
export const LAST_PORT = 29_999
const TRIES = 20

export type ChoosePortOptions = {
  /** At least 0, below 1. */
  readonly random: () => number
  readonly isFree: (port: number) => Promise<boolean>
  /** The one that a new port must differ from; 0: none. */
  readonly except: number
}

/** null: none of the tried ones was free. */
export async function choosePort(options: ChoosePortOptions): Promise<number | null> {
  for (let n = 0; n < TRIES; n++) {
    const port = FIRST_PORT + Math.floor(options.random() * (LAST_PORT - FIRST_PORT + 1))
    if (port !== options.except && (await options.isFree(port))) return port
  }
  return null
}
