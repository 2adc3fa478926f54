// Owns the other program of the demo: a window with a document, opened where it doesn't lie on the two clients.
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FoundElectron } from '../../build/setup/find-electron.mjs'
import { inRoot } from '../../build/setup/paths.mjs'
import { spawnTied } from '../../build/setup/tied-child.mjs'
import type { Bounds } from './demo-stage'

export const DOCUMENT_TITLE = 'Budget 2027'
/** In its code; its colour is number % 12 of read-code's list. */
export const DOCUMENT_NUMBER = 2029
const START_MS = 20_000

/** Returns its end. */
export async function openDocument(electron: FoundElectron, bounds: Partial<Bounds>): Promise<() => void> {
  const profile = mkdtempSync(join(tmpdir(), 'parley-document-'))
  const words = JSON.stringify({ title: DOCUMENT_TITLE, number: DOCUMENT_NUMBER, bounds })
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const script = inRoot('e2e', 'demo', 'document', 'main.cjs')
  const child = spawnTied(electron.executable, [...asRoot, script, `--user-data-dir=${profile}`, words], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const stop = (): void => {
    child.stdin?.end()
    child.kill('SIGTERM')
    child.once('close', () => rmSync(profile, { recursive: true, force: true }))
  }
  const died = once(child, 'close').then(() => {
    throw new Error('The document to be shared ended before it was shown.')
  })
  died.catch(() => undefined)
  if (child.stdout === null) throw new Error('No pipe to the document.')
  try {
    await Promise.race([once(child.stdout, 'data', { signal: AbortSignal.timeout(START_MS) }), died])
  } catch (error) {
    stop()
    throw error
  }
  return stop
}
