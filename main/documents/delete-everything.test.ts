import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { beginDeletion, finishDeletion, noteDeletion } from './delete-everything'
import { openFolder } from './folder'

const OURS = [
  'settings.json',
  'contacts.last-good.json',
  'history.damaged-2026-11-21T09-00-00-000Z.json',
  'advertised.json',
  'identity.json',
  'identity.set-aside-2026-11-21T09-00-00-000Z.json',
  'identity.json.1234567',
]

function profile(): string {
  const path = mkdtempSync(join(tmpdir(), 'parley-delete-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  for (const name of [...OURS, 'Preferences', 'holiday.jpg']) writeFileSync(join(path, name), 'x')
  for (const name of ['pictures', 'logs', 'Documents']) {
    mkdirSync(join(path, name))
    writeFileSync(join(path, name, 'a.txt'), 'x')
  }
  return path
}

test('nothing is deleted that nobody asked for', () => {
  const path = profile()
  const before = readdirSync(path)
  expect(finishDeletion(path)).toEqual({ is: 'not-asked' })
  expect(readdirSync(path)).toEqual(before)
})

test('all of ours and what Chromium keeps goes at the next start, copies too, and nothing else', async () => {
  const path = profile()
  expect((await noteDeletion(openFolder(path))).ok).toBe(true)
  expect(existsSync(join(path, 'identity.json'))).toBe(true)
  expect(finishDeletion(path)).toEqual({ is: 'done' })
  expect(readdirSync(path).sort()).toEqual(['Documents', 'holiday.jpg'])
  expect(existsSync(join(path, 'Documents', 'a.txt'))).toBe(true)
})

test('ours goes when this start ends, should no next one come', async () => {
  const path = profile()
  beginDeletion(path)
  expect(existsSync(join(path, 'identity.json'))).toBe(true)
  await noteDeletion(openFolder(path))
  beginDeletion(path)
  expect(readdirSync(path).sort()).toEqual(['Documents', 'Preferences', 'delete-everything', 'holiday.jpg'])
  expect(finishDeletion(path)).toEqual({ is: 'done' })
})

test('what can’t be removed is named, the others go, and the next start tries again', async () => {
  const path = profile()
  await noteDeletion(openFolder(path))
  const held = (name: string) => {
    if (name.endsWith('identity.json')) throw new Error('EBUSY')
    rmSync(name, { recursive: true })
  }
  expect(finishDeletion(path, held)).toEqual({ is: 'left', names: ['identity.json'] })
  expect(readdirSync(path).sort()).toEqual(['Documents', 'delete-everything', 'holiday.jpg', 'identity.json'])
  expect(finishDeletion(path)).toEqual({ is: 'done' })
  expect(existsSync(join(path, 'identity.json'))).toBe(false)
})

test('what Chromium can’t let go of doesn’t hold it up', async () => {
  const path = profile()
  await noteDeletion(openFolder(path))
  const held = (name: string) => {
    if (name.endsWith('Preferences')) throw new Error('EBUSY')
    rmSync(name, { recursive: true })
  }
  expect(finishDeletion(path, held)).toEqual({ is: 'done' })
})

test('what is made after it stays at the start after that', async () => {
  const path = profile()
  await noteDeletion(openFolder(path))
  finishDeletion(path)
  writeFileSync(join(path, 'identity.json'), 'new')
  expect(finishDeletion(path)).toEqual({ is: 'not-asked' })
  expect(existsSync(join(path, 'identity.json'))).toBe(true)
})
