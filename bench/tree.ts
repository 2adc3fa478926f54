// Owns what a program and all that it started cost the machine, as Linux counts it.
import { readdirSync, readFileSync } from 'node:fs'

const TICK_MS = 10
const KIBIBYTE = 1024
const MEBIBYTE = 1024 * 1024

/** Milliseconds of processor time so far. */
export function processorMs(root: number): number {
  return treeOf(root).reduce((sum, pid) => sum + ticksOf(pid), 0) * TICK_MS
}

/** MiB, with what is shared with other programs divided among them (PSS). */
export function memoryMiB(root: number): number {
  return treeOf(root).reduce((sum, pid) => sum + pssBytes(pid), 0) / MEBIBYTE
}

function treeOf(root: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const parent = Number(statOf(Number(name))?.[1])
    if (Number.isInteger(parent)) parents.set(Number(name), parent)
  }
  const isBelow = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined; at = parents.get(at))
      if (at === root) return true
    return false
  }
  return [...parents.keys()].filter(isBelow)
}

/** From the state on: what stands before may hold spaces. Null where it has ended. */
function statOf(pid: number): readonly string[] | null {
  const stat = readOf(`/proc/${String(pid)}/stat`)
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function ticksOf(pid: number): number {
  const stat = statOf(pid)
  return Number(stat?.[11] ?? 0) + Number(stat?.[12] ?? 0)
}

function pssBytes(pid: number): number {
  const kibibytes = /^Pss:\s+(\d+) kB/m.exec(readOf(`/proc/${String(pid)}/smaps_rollup`) ?? '')?.[1]
  return Number(kibibytes ?? 0) * KIBIBYTE
}

function readOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null // it has ended
  }
}
