import { expect, it } from 'vitest'
import type { SharedScreen } from '../../../shared/protocol/call-messages'
import { heldWords, viewingNews } from './viewing-words'

const PLAN: SharedScreen = {
  ...{ epoch: 1, kind: 'window', title: 'Plan', mode: 'text' },
  ...{ held: null, sound: false },
}
const CLOSED: SharedScreen = { ...PLAN, held: 'hidden', closed: true }
const news = (was: SharedScreen | null, shown: SharedScreen | null) =>
  viewingNews('Ana', was, shown)?.sentence.replace(/[\u2068\u2069]/g, '') ?? null

it('a window that was closed is called closed, and one that is only hidden hidden', () => {
  expect(heldWords('Ana', CLOSED)).toBe("Ana's window was closed")
  expect(heldWords('Ana', { held: 'hidden' })).toBe('Hidden by Ana')
  expect(heldWords('Ana', PLAN)).toBeNull()
})

it.each([
  ['begins', null, PLAN, 'Ana shares “Plan”'],
  ['is another one', PLAN, { ...PLAN, epoch: 2, title: 'Letter' }, 'Ana shares “Letter”'],
  ['stands still', PLAN, CLOSED, null],
  ['is live again', CLOSED, PLAN, "Ana's picture is live again"],
  ['stops', PLAN, null, 'Ana stopped sharing'],
  ['was closed and is not gone on with', CLOSED, null, 'The window was closed. Sharing ended.'],
  ['was never there', null, null, null],
] as const)('a share that %s', (_, was, shown, expected) => {
  expect(news(was, shown)).toBe(expected)
})
