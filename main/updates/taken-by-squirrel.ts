// Owns hearing whether macOS' own updater (Squirrel) takes what was loaded. It looks at the signature itself, and only what it has
// can take this version's place: told to install anything else, it waits for ever, and the app neither ends nor comes back.
import { once } from 'node:events'

/** To be asked as it is offered to it. Rejects with what it refuses it for. */
export async function takenBySquirrel(native: NodeJS.EventEmitter): Promise<void> {
  await once(native, 'update-downloaded')
}
