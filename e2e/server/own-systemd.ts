// Owns running shell commands on a machine that systemd has started, as root, without a network, and without a trace left on this one.
import { chmodSync, existsSync, readFileSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { programPath } from '../../build/setup/run-command.mjs'
import { inRoot } from '../../build/setup/paths.mjs'
import { spawnTied } from '../../build/setup/tied-child.mjs'
import { within } from '../fixtures/until'

const PROGRAM = inRoot('e2e', 'server', 'program', 'boot-systemd.sh')
/** It starts, npm installs, the server starts: 6 s on an idle machine. */
const LONGEST_MS = 120_000

/** @returns null where it can be run here, else why not, for people. */
export function whyNoSystemd(): string | null {
  if (process.platform !== 'linux') return 'A systemd of its own needs Linux.'
  if (process.getuid?.() !== 0) return 'A systemd of its own needs root.'
  return programPath('systemctl') === null ? 'There is no systemd here.' : null
}

export interface Steps {
  readonly code: number
  /** By both streams. */
  readonly said: string
}

/** @param shared a folder, in which the commands are run */
export async function underSystemd(shared: string, commands: string): Promise<Steps> {
  chmodSync(shared, 0o755)
  writeFileSync(join(shared, 'steps.sh'), commands)
  // It must end with us, and takes no other signal.
  const words = ['--pdeathsig=KILL', 'sh', PROGRAM, shared, process.execPath]
  const child = spawnTied('setpriv', words, { stdio: ['ignore', 'ignore', 'pipe'] })
  let complaints = ''
  child.stderr?.on('data', (chunk) => (complaints += String(chunk)))
  const ended = once(child, 'close')
  try {
    // The shell makes the file a moment before it writes into it.
    const read = (name: string): string | null => {
      const path = join(shared, name)
      const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
      return text === '' ? null : text
    }
    const code = await within(LONGEST_MS, () => (child.exitCode === null ? read('code') : ''))
    if (code === null || code === '') throw new Error(`Never done. ${complaints}\n${read('said') ?? ''}`)
    return { code: Number(code), said: read('said') ?? '' }
  } finally {
    child.kill('SIGKILL')
    await ended
    if (existsSync(join(shared, 'groups')))
      await removeGroups(readFileSync(join(shared, 'groups'), 'utf8').trim())
  }
}

/** Once the kernel has ended what was in them. */
async function removeGroups(folder: string): Promise<void> {
  const removed = await within(10_000, () => {
    try {
      removeFolders(folder)
      return true
    } catch {
      return null // somebody is still in it
    }
  })
  if (removed === null) throw new Error(`${folder} is still in use.`)
}

function removeFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeFolders(join(folder, entry.name))
  rmdirSync(folder)
}
