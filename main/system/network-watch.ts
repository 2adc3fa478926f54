// Owns noticing that the machine's network addresses changed. No system tells Electron, so it looks every second.
import type { NetworkAddresses } from '../reach/choose-address'

/**
 * Nobody can ring until it was seen, and then a line must be found dead and dialled anew, all within 3 s. Reading the list takes
 * well below a millisecond.
 */
export const LOOK_EVERY_MS = 1_000

export type NetworkWatchOptions = {
  readonly readAddresses: () => NetworkAddresses
  /** Returns its undo. */
  readonly every: (ms: number, run: () => void) => () => void
  readonly changed: () => void
}

function signatureOf(addresses: NetworkAddresses): string {
  return Object.entries(addresses)
    .flatMap(([name, list]) =>
      (list ?? []).filter((one) => !one.internal).map((one) => `${name} ${one.address}`),
    )
    .sort()
    .join('\n')
}

/** Returns its undo. */
export function watchNetwork(options: NetworkWatchOptions): () => void {
  let last = signatureOf(options.readAddresses())
  return options.every(LOOK_EVERY_MS, () => {
    const now = signatureOf(options.readAddresses())
    if (now === last) return
    last = now
    options.changed()
  })
}
