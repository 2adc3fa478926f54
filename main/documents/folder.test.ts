import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFolder } from './folder'

let path = ''
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'parley-folder-'))
})
afterEach(() => rmSync(path, { recursive: true, force: true }))

describe('a folder', () => {
  it('gives back what was written, also over an older and longer text', async () => {
    const folder = openFolder(join(path, 'made', 'when', 'needed'))
    await folder.write('a.json', 'x'.repeat(1000))
    expect(await folder.write('a.json', 'Zoë')).toMatchObject({ ok: true })
    expect(await folder.read('a.json', 100)).toEqual({ kind: 'text', text: 'Zoë' })
  })

  it('leaves no temporary file behind', async () => {
    const folder = openFolder(path)
    await Promise.all([1, 2, 3].map((n) => folder.write('a.json', String(n))))
    expect(readdirSync(path)).toEqual(['a.json'])
  })

  it.skipIf(process.platform === 'win32')('writes for this user only', async () => {
    await openFolder(path).write('a.json', 'x')
    expect(statSync(join(path, 'a.json')).mode & 0o777).toBe(0o600)
  })

  it('says what it could not read', async () => {
    const folder = openFolder(path)
    writeFileSync(join(path, 'large'), 'x'.repeat(101))
    expect(await folder.read('none', 100)).toEqual({ kind: 'missing' })
    expect(await folder.read('large', 100)).toEqual({ kind: 'too-large' })
    expect(await folder.read('.', 1_000_000)).toMatchObject({ kind: 'failed' })
  })

  it('says that a write or a move failed, and leaves things as they were', async () => {
    const folder = openFolder(path)
    await folder.write('file', 'old')
    // A file where a folder would have to be: fails alike for every user, root included.
    expect(await openFolder(join(path, 'file')).write('a', 'x')).toMatchObject({
      ok: false,
      code: 'disk-failed',
    })
    expect(await folder.move('none', 'b')).toMatchObject({ ok: false, code: 'disk-failed' })
    expect(await folder.read('file', 100)).toEqual({ kind: 'text', text: 'old' })
  })

  it('moves a file', async () => {
    const folder = openFolder(path)
    await folder.write('a', 'x')
    expect(await folder.move('a', 'b')).toMatchObject({ ok: true })
    expect(readdirSync(path)).toEqual(['b'])
  })
})

describe('a disk that takes only the beginning of a text', () => {
  const limiter = 'prlimit' // of util-linux
  const setLimit = (bytes: string): void => {
    execFileSync(limiter, [`--pid=${process.pid}`, `--fsize=${bytes}:`])
  }
  function canLimit(): boolean {
    try {
      setLimit('unlimited')
      return true
    } catch {
      return false // not Linux, or without util-linux
    }
  }
  const ignored = (): void => undefined // the signal that comes with the limit would end the process

  it.runIf(canLimit())('is a failure that leaves the old text, not a shorter one', async () => {
    const folder = openFolder(path)
    await folder.write('a.json', 'a'.repeat(20_000))
    process.on('SIGXFSZ', ignored)
    setLimit('40960')
    try {
      expect(await folder.write('a.json', 'b'.repeat(60_000))).toMatchObject({
        ok: false,
        code: 'disk-failed',
      })
    } finally {
      setLimit('unlimited')
      process.off('SIGXFSZ', ignored)
    }
    expect(await folder.read('a.json', 100_000)).toEqual({ kind: 'text', text: 'a'.repeat(20_000) })
    expect(readdirSync(path)).toEqual(['a.json'])
  })
})
