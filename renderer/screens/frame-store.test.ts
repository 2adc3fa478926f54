import { expect, test } from 'vitest'
import { createFrameStore, dismissBanner, linkOpened, linkTyped, takeOffered } from './frame-store'

const empty = () => createFrameStore({ openedWith: null, troubles: [], restored: false })

test('a link the app was started with stands in the field', () => {
  const frame = createFrameStore({ openedWith: 'parley://call/1', troubles: [], restored: false })
  expect(frame.getState()).toMatchObject({ pasted: 'parley://call/1', fromOutside: true })
})

test('a link opened later fills an empty field', () => {
  const frame = empty()
  linkOpened(frame, 'parley://call/1')
  expect(frame.getState()).toMatchObject({ pasted: 'parley://call/1', fromOutside: true, offered: null })
})

test('what somebody typed is never overwritten', () => {
  const frame = empty()
  linkTyped(frame, 'parley://call/2')
  linkOpened(frame, 'parley://call/1')
  expect(frame.getState()).toMatchObject({ pasted: 'parley://call/2', offered: 'parley://call/1' })
  takeOffered(frame)
  expect(frame.getState()).toMatchObject({ pasted: 'parley://call/1', fromOutside: true, offered: null })
})

test('a second opened link takes the place of the first', () => {
  const frame = empty()
  linkOpened(frame, 'parley://call/1')
  linkOpened(frame, 'parley://call/2')
  expect(frame.getState()).toMatchObject({ pasted: 'parley://call/2', offered: null })
})

test('dismissing news of documents takes one at a time, other banners for good', () => {
  const trouble = { document: 'history', outcome: 'last-good-used', code: 'document-damaged' } as const
  const frame = createFrameStore({
    openedWith: null,
    restored: false,
    troubles: [trouble, { ...trouble, document: 'contacts' }],
  })
  dismissBanner(frame, 'document')
  expect(frame.getState().troubles).toEqual([{ ...trouble, document: 'contacts' }])
  dismissBanner(frame, 'old-links-break')
  expect(frame.getState().dismissed.has('old-links-break')).toBe(true)
})
