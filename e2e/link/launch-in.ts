// Owns how Playwright starts an Electron that isn't its own: from a given path it leaves its loader to us.
import { inRoot } from '../../build/setup/paths.mjs'
import type { Side } from './link'

const LOADER = inRoot('node_modules', 'playwright-core', 'lib', 'server', 'electron', 'loader.js')

/** For `_electron.launch`. On no side: as always. */
export function inSide(
  side: Pick<Side, 'wrapperOf'> | null,
  executable: string,
  args: readonly string[],
): { readonly executablePath?: string; readonly args: string[] } {
  if (side === null) return { args: [...args] }
  return { executablePath: side.wrapperOf(executable), args: ['-r', LOADER, ...args] }
}
