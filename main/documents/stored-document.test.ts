import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import type { DocumentTrouble } from '../../shared/model/document-trouble'
import { silentLog } from '../log/log'
import { deferred, settled } from '../testing/deferred'
import { createMemoryFolder, type MemoryFolder } from '../testing/memory-folder'
import type { Folder } from './folder'
import { StoredDocument } from './stored-document'

const schema = z.strictObject({ n: z.int() })
const text = (n: number): string => JSON.stringify({ n })
const DAMAGED = 'settings.damaged-2026-11-21T00-00-00-000Z.json'

async function opened(folder: Folder) {
  const troubles: (Omit<DocumentTrouble, 'document'> | null)[] = []
  const document = new StoredDocument({
    name: 'settings',
    schema,
    defaults: { n: 0 },
    maxBytes: 100,
    folder,
    now: () => Date.UTC(2026, 10, 21),
    log: silentLog,
    onTrouble: (trouble) => troubles.push(trouble),
  })
  await document.open()
  return { document, troubles }
}

const filesOf = (folder: MemoryFolder): Record<string, string> => Object.fromEntries(folder.files)

describe('a document', () => {
  it('begins with its defaults and writes nothing until it is changed', async () => {
    const folder = createMemoryFolder()
    const { document, troubles } = await opened(folder)
    expect(document.read()).toEqual({ n: 0 })
    expect([filesOf(folder), troubles]).toEqual([{}, []])
  })

  it('is written with a copy beside it, and read at the next start', async () => {
    const folder = createMemoryFolder()
    const { document } = await opened(folder)
    expect(await document.replace({ n: 7 })).toMatchObject({ ok: true })
    expect(filesOf(folder)).toEqual({ 'settings.json': text(7), 'settings.last-good.json': text(7) })
    expect((await opened(folder)).document.read()).toEqual({ n: 7 })
  })

  it('that is damaged is set aside and told, and the last good one is used', async () => {
    const folder = createMemoryFolder({ 'settings.json': '{"n":', 'settings.last-good.json': text(5) })
    const { document, troubles } = await opened(folder)
    expect(document.read()).toEqual({ n: 5 })
    expect(troubles.at(-1)).toEqual({ outcome: 'last-good-used', code: 'document-damaged' })
    expect(filesOf(folder)).toEqual({
      'settings.json': text(5),
      'settings.last-good.json': text(5),
      [DAMAGED]: '{"n":',
    })
  })

  it('damaged without a good copy begins anew, told', async () => {
    const folder = createMemoryFolder({ 'settings.json': 'x'.repeat(200), 'settings.last-good.json': 'y' })
    const { document, troubles } = await opened(folder)
    expect(document.read()).toEqual({ n: 0 })
    expect(troubles).toEqual([{ outcome: 'defaults-used', code: 'document-too-large' }])
    expect(folder.files.get(DAMAGED)).toBe('x'.repeat(200))
  })

  it('that cannot be set aside is never overwritten', async () => {
    const folder = createMemoryFolder({ 'settings.json': 'damaged' })
    folder.failMoves('disk-failed')
    const { document, troubles } = await opened(folder)
    expect(await document.replace({ n: 1 })).toMatchObject({ ok: false, code: 'disk-failed' })
    expect(document.read()).toEqual({ n: 1 })
    expect(folder.files.get('settings.json')).toBe('damaged')
    expect(troubles.at(-1)).toEqual({ outcome: 'not-saved', code: 'disk-failed' })
  })
})

describe('a full disk', () => {
  it('is told, leaves memory right and the old file whole, and is over when it is over', async () => {
    const folder = createMemoryFolder()
    const { document, troubles } = await opened(folder)
    await document.replace({ n: 1 })
    folder.failWrites('disk-full')
    expect(await document.replace({ n: 2 })).toMatchObject({ ok: false, code: 'disk-full' })
    expect(document.read()).toEqual({ n: 2 })
    expect(folder.files.get('settings.json')).toBe(text(1))
    expect(troubles.at(-1)).toEqual({ outcome: 'not-saved', code: 'disk-full' })
    folder.failWrites(null)
    await document.replace({ n: 3 })
    expect(troubles.at(-1)).toBeNull()
    expect(folder.files.get('settings.json')).toBe(text(3))
  })
})

describe('changes during a write', () => {
  it('share the one write that follows, which has the newest', async () => {
    const memory = createMemoryFolder()
    const gate = deferred<undefined>()
    const slow: Folder = {
      ...memory,
      write: async (name, written) => {
        await gate.promise
        return memory.write(name, written)
      },
    }
    const { document } = await opened(slow)
    const all = [1, 2, 3, 4].map((n) => document.replace({ n }))
    await settled()
    gate.resolve(undefined)
    expect((await Promise.all(all)).every((saved) => saved.ok)).toBe(true)
    await document.settled()
    expect(memory.writes).toBe(4) // twice the file and its copy
    expect(memory.files.get('settings.json')).toBe(text(4))
  })
})

it('neither moves nor writes over a file that could not be read this time', async () => {
  const files = { 'settings.json': text(7), 'settings.last-good.json': text(6) }
  const folder = createMemoryFolder(files)
  const failing: Folder = { ...folder, read: () => Promise.resolve({ kind: 'failed', detail: 'EIO' }) }
  const { document, troubles } = await opened(failing)
  expect(await document.replace({ n: 1 })).toMatchObject({ ok: false, code: 'disk-failed' })
  expect(document.read()).toEqual({ n: 1 })
  expect(filesOf(folder)).toEqual(files)
  expect(troubles[0]).toEqual({ outcome: 'defaults-used', code: 'disk-failed' })
})
