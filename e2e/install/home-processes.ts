// Owns the processes that were started with a home, also those that started themselves anew, and a sure end for them.
import { readFileSync, readdirSync } from 'node:fs'
import { expect } from '../fixtures/test'
import type { Home } from './installed-app'

/** By the environment that they began with. */
export function processesOf({ folder }: Home): number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return ids.filter((id) => environmentOf(id).includes(`HOME=${folder}`)).map(Number)
}

/** At once, as a crash or a power cut would. */
export async function endProcessesOf(home: Home): Promise<void> {
  const endAll = (): number => {
    const ids = processesOf(home)
    for (const id of ids) end(id)
    return ids.length
  }
  await expect.poll(endAll).toBe(0)
}

function environmentOf(id: string): string[] {
  try {
    return readFileSync(`/proc/${id}/environ`, 'latin1').split('\0')
  } catch {
    // It has ended meanwhile.
    return []
  }
}

function end(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
