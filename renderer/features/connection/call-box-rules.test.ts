import { expect, test } from 'vitest'
import { normaliseBaseUrl } from '../../../shared/link/base-url'
import { text } from '../../../shared/text/en'
import { readPasted, type PasteContext } from './call-box-rules'

const id = 'b'.repeat(32)
const own = 'a'.repeat(32)
const app: PasteContext = { ownId: own, onlyServer: null }
const base = (address: string) => {
  const url = normaliseBaseUrl(address)
  if (!url.ok) throw new Error(url.code)
  return url.value
}
const page: PasteContext = { ownId: own, onlyServer: base('https://call.example.org/') }
const link = (who: string, server = 'https://call.example.org/') =>
  `parley://call/${who}?server=${encodeURIComponent(server)}`

test.each([
  ['nothing', '  ', app, 'empty'],
  ['a link', link(id), app, 'callable'],
  ['a web link', `https://call.example.org/#/call/${id}`, app, 'callable'],
  ['a link of another server in the app', link(id, 'https://other.example/'), app, 'callable'],
  ["a link of the page's own server", link(id), page, 'callable'],
  ['half a link', link('b41b'), app, 'wrong'],
  ['a sentence', 'call me maybe', app, 'wrong'],
] as const)('%s', (_case, pasted, context, is) => {
  expect(readPasted(pasted, context).is).toBe(is)
})

test("one's own link is told as such", () => {
  expect(readPasted(link(own), app)).toEqual({ is: 'wrong', why: text.callBox.own })
})

test('a page says that it cannot reach another server', () => {
  expect(readPasted(link(id, 'https://other.example/'), page)).toEqual({
    is: 'wrong',
    why: text.callBox.otherServer,
  })
})
