// Owns what a server has cost so far, as Linux counts it: processor time to the nanosecond, memory.
import { readdirSync, readFileSync } from 'node:fs'

const NS_OF_MS = 1e6
const KIBIBYTE = 1024

/** Milliseconds, of all its threads. */
export function processorMs(pid: number): number {
  return readdirSync(`/proc/${String(pid)}/task`)
    .map((thread) =>
      Number(readFileSync(`/proc/${String(pid)}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    )
    .reduce((sum, ns) => sum + ns / NS_OF_MS, 0)
}

/** Resident, in bytes. */
export function memoryBytes(pid: number): number {
  const kibibytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]
  return Number(kibibytes ?? 0) * KIBIBYTE
}

export const MEBIBYTE = KIBIBYTE * KIBIBYTE
