// Owns the conversation with the program that draws test windows: one command, one answer, in order; and its end.
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { inRoot } from '../../build/setup/paths.mjs'
import { spawnTied } from '../../build/setup/tied-child.mjs'

/** Its libraries come with the system's packages, so it needs the system's Python, not one that stands before it. */
const SYSTEM_PYTHON = '/usr/bin/python3'
const STOP_MS = 2_000

export interface WindowProgram {
  /** Rejects with the program's words where it could not do it. */
  ask(command: Readonly<Record<string, unknown>> & { readonly do: string }): Promise<unknown>
  readonly stop: () => Promise<void>
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

export function startWindowProgram(env: NodeJS.ProcessEnv): WindowProgram {
  const python = existsSync(SYSTEM_PYTHON) ? SYSTEM_PYTHON : 'python3'
  const child = spawnTied(python, ['-B', inRoot('e2e', 'windows', 'program', 'main.py')], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const waiting: Waiting[] = []
  let complaints = ''
  const ended = once(child, 'close').then(() => {
    const error = new Error(`The test windows' program has ended. ${complaints.trim()}`)
    for (const { reject } of waiting.splice(0)) reject(error)
    return error
  })
  child.stderr?.on('data', (chunk) => (complaints += String(chunk)))
  child.stdin?.on('error', () => undefined) // it has ended: `ended` tells whoever waits
  if (child.stdout === null) throw new Error('No pipe to the test windows.')
  createInterface(child.stdout).on('line', (line) => settle(waiting.shift(), line))

  return {
    ask: async (command) => {
      if (child.exitCode !== null || child.signalCode !== null) throw await ended
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        child.stdin?.write(`${JSON.stringify(command)}\n`)
      })
    },
    stop: async () => {
      child.stdin?.end()
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
      await ended
      clearTimeout(timer)
    },
  }
}

function settle(asked: Waiting | undefined, line: string): void {
  const answer = JSON.parse(line) as { ok: boolean; value?: unknown; message?: string }
  if (answer.ok) asked?.resolve(answer.value)
  else asked?.reject(new Error(`test window: ${answer.message ?? ''}`))
}
