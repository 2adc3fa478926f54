import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeChecksums } from './checksums.mjs'

it('lists each file with its digest, in the form that sha256sum reads, and never itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-sums-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'linux-unpacked'))
  for (const name of ['b.deb', 'a.AppImage']) writeFileSync(join(folder, name), name)
  const line = (name: string) => `${createHash('sha256').update(name).digest('hex')}  ${name}\n`
  const wanted = line('a.AppImage') + line('b.deb')
  for (const _ of ['first', 'again']) expect(readFileSync(await writeChecksums(folder), 'utf8')).toBe(wanted)
})
