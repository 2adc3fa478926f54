// Owns with what the app starts itself anew. Pure.
import { foreignArguments } from '../verbs/read-arguments'

export interface Relaunch {
  readonly args: string[]
  readonly execPath?: string
}

/**
 * `words`: what this start was called with, the program left out. What it was asked for isn't asked again: a link, or to stay
 * hidden. Packed into one
 * file (AppImage), the program that runs lies in a place that is gone when it ends; the file is what can be started.
 */
export function relaunchOptions(words: readonly string[], env: NodeJS.ProcessEnv): Relaunch {
  const args = [...foreignArguments(['', ...words])]
  const packed = env['APPIMAGE']
  return packed === undefined || packed === '' ? { args } : { args, execPath: packed }
}
