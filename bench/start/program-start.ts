// Owns one start of a packed program as its desktop entry starts it, in a group of its own, and its end as the session ends it.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { spawnTied } from '../../build/setup/tied-child.mjs'
import type { PackedProgram } from './packed-programs'

export interface ProgramHome {
  readonly profile: string
  /** The session bus, and a home of its own. */
  readonly env: Readonly<Record<string, string>>
}

export interface StartedProgram {
  readonly pid: number
  /** Wall clock, milliseconds. */
  readonly spawnedMs: number
  /** Null once it has ended by itself. */
  readonly isRunning: () => boolean
  readonly stop: () => Promise<void>
}

const END_MS = 5_000
/** Chromium refuses to run as root with its sandbox on. */
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Where Chromium says at which port it is steered; that of the last start must not be taken for this one's. */
export const portFile = ({ profile }: ProgramHome): string => join(profile, 'DevToolsActivePort')

export function startProgram(
  program: PackedProgram,
  home: ProgramHome,
  words: readonly string[],
): StartedProgram {
  rmSync(portFile(home), { force: true })
  const all = [...AS_ROOT, `--user-data-dir=${home.profile}`, ...words]
  const env = { ...process.env, ...home.env }
  const spawnedMs = performance.timeOrigin + performance.now()
  const child = spawnTied(program.executable, all, { stdio: 'ignore', detached: true, env })
  const { pid } = child
  if (pid === undefined) throw new Error(`${program.name} was not started.`)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null
  const endGroup = (): void => {
    if (isRunning()) process.kill(-pid, 'SIGKILL')
  }
  process.once('exit', endGroup)
  return {
    ...{ pid, spawnedMs, isRunning },
    async stop() {
      process.off('exit', endGroup)
      // As the end of a session does, so that what is kept for the next start is kept.
      if (isRunning()) process.kill(pid, 'SIGTERM')
      const timer = setTimeout(endGroup, END_MS)
      await ended
      clearTimeout(timer)
    },
  }
}
