// Owns what begins once the window is up, and what each of it waits for.

export type AfterWindow = {
  /** The key is there, or can't be had. As long as its user takes, where the keyring asks for a password. */
  readonly identity: Promise<unknown>
  /** The page has what it asked for first. */
  readonly calm: Promise<unknown>
  readonly beginUpdates: () => void
  readonly takeLinks: () => void
}

/** Rejects as `identity` does. */
export async function beginAfterWindow(parts: AfterWindow): Promise<void> {
  const { identity, calm, beginUpdates, takeLinks } = parts
  await Promise.race([identity, calm])
  beginUpdates()
  await calm
  takeLinks()
  await identity
}
