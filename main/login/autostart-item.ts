// Owns starting with the session by an autostart entry, on Linux outside a sandbox.
import type { LoginState } from '../../shared/model/login'
import { fail, ok } from '../../shared/result'
import type { Folder } from '../documents/folder'
import { desktopEntry, stateOfEntry } from './desktop-entry'
import type { LoginItem } from './login-kind'

const MAX_BYTES = 64 * 1024

export type AutostartParts = {
  readonly folder: Folder
  readonly file: string
  readonly command: readonly string[]
  readonly name: string
}

export function createAutostartItem({ folder, file, command, name }: AutostartParts): LoginItem {
  const read = async (): Promise<LoginState> => {
    const found = await folder.read(file, MAX_BYTES)
    return found.kind === 'text' ? stateOfEntry(found.text, command) : { is: 'off', why: null }
  }
  return {
    read,
    async set(on) {
      const done = on ? await folder.write(file, desktopEntry(command, name)) : await folder.remove(file)
      if (!done.ok) return fail(done.code, done.detail)
      // What stands there now, not what was written: another program may own the folder.
      return ok(await read())
    },
  }
}
