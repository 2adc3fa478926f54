// A real process that writes a document is killed (SIGKILL) again and again; each start must find what the last one was told
// is kept. The moments are drawn from a seed; how far the process has come by then is the machine's own chance.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { build } from 'vite'

const KILLS = 50
const SEED = 20_261_121
/** Starting the process takes longer than this, so most waits begin when it has come somewhere. */
const LONGEST_MS = 60
/** From where each fourth life is waited: opening writes too, where the copy is behind. A slow machine keeps something, too. */
const FROM = ['kept', 'opened', 'kept', 'start'] as const
const TIMEOUT_MS = 120_000

let place = ''
const folder = () => join(place, 'profile')

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'parley-kill-'))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: resolve(import.meta.dirname, '../testing/document-writer.ts'),
      outDir: join(place, 'program'),
      target: 'node16',
      // As main itself is built.
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'writer.cjs' } },
    },
  })
}, TIMEOUT_MS)
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** mulberry32: 0 to 1, the same row for the same seed. */
function drawing(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Life {
  /** What it found; null: killed before. */
  readonly opened: number | null
  readonly kept: number
  readonly troubles: readonly string[]
}

/** One life of the process, ended `afterMs` after it was started, or after it has opened its document, or kept something. */
async function live(from: (typeof FROM)[number], afterMs: number): Promise<Life> {
  const child = spawn(process.execPath, [join(place, 'program/writer.cjs'), folder()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const kill = () => setTimeout(() => child.kill('SIGKILL'), afterMs)
  if (from === 'start') kill()
  child.stdout.on('data', (chunk) => {
    const first = !said.includes(from)
    said += String(chunk)
    if (first && said.includes(from)) kill()
  })
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' })
  // A line cut through by the end was not said.
  const lines = said.slice(0, said.lastIndexOf('\n') + 1).split('\n')
  const numberAfter = (word: string) =>
    lines.flatMap((line) => (line.startsWith(word) ? [Number(line.slice(word.length))] : [])).at(-1)
  return {
    opened: numberAfter('opened ') ?? null,
    kept: numberAfter('kept ') ?? 0,
    troubles: lines.filter((line) => line.startsWith('trouble')),
  }
}

it(
  `killed ${KILLS} times while it writes, a document is never older than what was acknowledged`,
  async () => {
    const draw = drawing(SEED)
    let kept = 0
    let opened = 0
    for (let at = 0; at < KILLS; at += 1) {
      const from = FROM[at % FROM.length] ?? 'start'
      const life = await live(from, draw() * LONGEST_MS * (from === 'start' ? 2 : 1))
      if (life.opened !== null) {
        opened += 1
        expect(life.opened).toBeGreaterThanOrEqual(kept)
        // The write under way may have come through unsaid.
        expect(life.opened).toBeLessThanOrEqual(kept + 1)
        kept = life.opened
      }
      kept = Math.max(kept, life.kept)
      expect(life.troubles).toEqual([])
      // The two files, and at most the one that was being written.
      expect(readdirSync(folder()).length).toBeLessThanOrEqual(3)
    }
    const last = await live('opened', 0)
    expect(last.opened).toBeGreaterThanOrEqual(kept)
    expect(opened).toBeGreaterThanOrEqual((KILLS * 3) / 4 - 1)
    expect(kept).toBeGreaterThanOrEqual(KILLS / 2)
  },
  TIMEOUT_MS,
)
