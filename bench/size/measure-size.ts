// Owns how much a client loads before its first screen: the entry's chunks that are not loaded later, and preload.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import * as z from 'zod'
import { ensureBuilt } from '../../build/setup/app-build.mjs'
import { inRoot } from '../../build/setup/paths.mjs'
import { plainRow, type Row } from '../rows'

const LEVEL = 9
const KB = 1000

/** What the bundler says about each chunk: `imports` are loaded with it, `dynamicImports` later. */
const chunksSchema = z.record(
  z.string(),
  z.object({ file: z.string(), isEntry: z.boolean().optional(), imports: z.array(z.string()).default([]) }),
)
type Chunks = z.infer<typeof chunksSchema>

export async function measureSize(): Promise<readonly Row[]> {
  await ensureBuilt()
  const text = readFileSync(inRoot('out', 'renderer', 'chunks.json'), 'utf8')
  const chunks = chunksSchema.parse(JSON.parse(text))
  const sizeOf = (page: string): number =>
    initialFiles(chunks, page).reduce((sum, file) => sum + gzippedBytes(inRoot('out', 'renderer', file)), 0)
  const preload = gzippedBytes(inRoot('out', 'preload', 'index.cjs'))
  return [
    plainRow({ name: 'initial renderer JS, gzip -9', unit: 'KB', goal: '≤ 220 KB' }, [
      sizeOf('index.html') / KB,
    ]),
    plainRow({ name: 'sharing bar JS, gzip -9', unit: 'KB', goal: '≤ 5 KB' }, [sizeOf('sharebar.html') / KB]),
    plainRow({ name: 'ring window JS, gzip -9', unit: 'KB', goal: '≤ 10 KB' }, [
      sizeOf('ringwindow.html') / KB,
    ]),
    plainRow({ name: 'preload, gzip -9', unit: 'KB', goal: '≤ 4 KB' }, [preload / KB]),
  ]
}

/** A page's entry and everything that it imports, however deep. */
export function initialFiles(chunks: Chunks, page: string): readonly string[] {
  const found = new Set<string>()
  const visit = (name: string): void => {
    const chunk = chunks[name]
    if (chunk === undefined || found.has(chunk.file)) return
    found.add(chunk.file)
    chunk.imports.forEach(visit)
  }
  if (chunks[page]?.isEntry !== true) throw new Error(`the build has no page ${page}`)
  visit(page)
  return [...found].filter((file) => file.endsWith('.js'))
}

function gzippedBytes(file: string): number {
  return gzipSync(readFileSync(file), { level: LEVEL }).byteLength
}
