import { expect, it } from 'vitest'
import { mayUseIpc } from './sender-rules'

const page = { isMainFrame: true, url: 'app://parley/index.html' }

it('lets the main frame of our window speak', () => {
  expect(mayUseIpc({ ofOurWindow: true, frame: page })).toBe(true)
})

it.each([
  ['another contents', { ofOurWindow: false, frame: page }],
  ['a frame that is gone', { ofOurWindow: true, frame: null }],
  ['a frame within the page', { ofOurWindow: true, frame: { ...page, isMainFrame: false } }],
  ['a page from elsewhere', { ofOurWindow: true, frame: { ...page, url: 'https://example.org/' } }],
  ['an empty page', { ofOurWindow: true, frame: { ...page, url: '' } }],
])('refuses %s', (_name, sender) => {
  expect(mayUseIpc(sender)).toBe(false)
})
