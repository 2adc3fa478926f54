import { expect, test } from 'vitest'
import type { Contact } from '../../../shared/model/contact'
import { ok, type Result } from '../../../shared/result'
import { undoImport, undoOf } from './undo-import'

const contact = (digit: string, change: Partial<Contact> = {}): Contact => ({
  ...{ id: digit.repeat(32), name: digit, server: null, addedAt: 5 },
  ...{ favourite: false, notes: '', picture: null, ...change },
})
const mine = contact('a', { notes: 'Mine' })
const theirs = contact('a', { notes: 'Theirs' })
const added = contact('b')
const change = { before: [mine], after: [theirs, added] }

test.each<[string, readonly Contact[], ReturnType<typeof undoOf>]>([
  ['nothing was touched since', [theirs, added], { remove: [added.id], put: [mine] }],
  ['the new one was given a star', [theirs, { ...added, favourite: true }], { remove: [], put: [mine] }],
  ['the changed one was renamed', [{ ...theirs, name: 'Ana' }, added], { remove: [added.id], put: [] }],
  ['both were deleted', [], { remove: [], put: [] }],
])('where %s, what is taken back is what is still as the file brought it', (_case, now, undo) => {
  expect(undoOf(change, now)).toEqual(undo)
})

test('what couldn’t be removed is told, and the rest stays as it is', async () => {
  const asked: string[] = []
  const people = (removed: Result<unknown>) => ({
    removeContacts: () => Promise.resolve(removed),
    putContacts: () => {
      asked.push('put')
      return Promise.resolve(ok(undefined))
    },
  })
  const refused = { ok: false, code: 'disk-full' } as const
  expect(await undoImport(people(refused), undoOf(change, change.after))).toEqual(refused)
  expect(asked).toEqual([])
  expect((await undoImport(people(ok(undefined)), undoOf(change, change.after))).ok).toBe(true)
  expect(asked).toEqual(['put'])
})
