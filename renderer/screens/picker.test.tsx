// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test, vi } from 'vitest'
import { text } from '../../shared/text/en'
import { pickerWords } from '../../shared/text/en-picker'
import { live } from '../features/share/testing/shares'
import { button, click, field, find, page, pressKey, type } from './testing/render-app'
import { sheet, notes, listed, open, inCall, picking, options, selected } from './testing/sharing-app'

test('the search has the focus, nothing is chosen, and nothing is captured', async () => {
  const { client } = await picking()
  await vi.waitFor(() => expect(document.activeElement).toBe(field(pickerWords.search)))
  expect(options()).toEqual(['Budget 2027.ods', 'Notes', pickerWords.stack('Firefox', 3)])
  expect(selected()).toBeUndefined()
  expect(button(pickerWords.go.start.window).hasAttribute('disabled')).toBe(true)
  expect(client.asked).toEqual([])
})

test('a press on a window opens its preview, and only Share sends it', async () => {
  const { client } = await picking()
  await click(find('[role="option"]', 'Notes'))
  expect(client.asked).toEqual([['share.preview', notes.id]])
  expect(selected()).toBe('Notes')
  await click(button(pickerWords.go.start.window))
  expect(client.asked.slice(1)).toEqual([['share.start']])
})

test('a press on the preview, or Space in the list, lets it fill the dialogue, and Escape brings it back', async () => {
  const { client } = await picking({ preview: { is: 'opening', sourceId: notes.id } })
  const isNear = () => document.querySelector('.picker-big')?.classList.contains('is-near')
  await click(button(pickerWords.lookCloser))
  expect(isNear()).toBe(true)
  await pressKey('Escape')
  expect(isNear()).toBe(false)
  document.querySelector<HTMLElement>('[role="listbox"]')?.focus()
  await pressKey(' ')
  expect(isNear()).toBe(true)
  await click(button(pickerWords.lookFromAfar))
  expect(isNear()).toBe(false)
  expect(client.asked).toEqual([])
})

test('switching marks what is shared already, and the button names what is listed', async () => {
  await picking({ purpose: 'switch' }, { own: { is: 'live', ...live({ sourceId: notes.id }) } })
  const marked = [...document.querySelectorAll('[role="option"]')].filter((each) =>
    each.querySelector('.source-now'),
  )
  expect(marked.map((each) => each.getAttribute('aria-label'))).toEqual([
    expect.stringContaining(pickerWords.sharedNow),
  ])
  expect(page()).toContain(pickerWords.go.switch.window)
  await click(find('[role="radio"]', pickerWords.screens))
  expect(page()).toContain(pickerWords.go.switch.screen)
})

test('arrow keys choose, and the capture opens only where they rest', async () => {
  const { client, clock, asked } = await picking()
  await pressKey('ArrowDown')
  await pressKey('ArrowDown')
  expect(selected()).toBe('Notes')
  expect(client.asked).toEqual([])
  await act(() => clock.advance(1_000))
  expect(asked('share.preview')).toEqual([['share.preview', notes.id]])
})

test('Enter shares what is chosen, also before its preview was asked for', async () => {
  const { client } = await picking()
  await pressKey('ArrowDown')
  await pressKey('Enter')
  expect(client.asked).toEqual([['share.preview', sheet.id], ['share.start']])
})

test('Enter in the search chooses the first that is found, and shares only with another press', async () => {
  const { client } = await picking()
  await type(field(pickerWords.search), 'edit')
  expect(options()).toEqual(['Notes'])
  await pressKey('Enter')
  expect(client.asked).toEqual([['share.preview', notes.id]])
  await pressKey('Enter')
  expect(client.asked.slice(1)).toEqual([['share.start']])
})

test('a letter typed in the grid goes to the search', async () => {
  await picking()
  await pressKey('ArrowDown')
  expect(document.activeElement?.getAttribute('role')).toBe('listbox')
  await pressKey('b')
  await vi.waitFor(() => expect(document.activeElement).toBe(field(pickerWords.search)))
})

test('a program with many windows is laid out by a press', async () => {
  const { client } = await picking()
  await click(find('[role="option"]', pickerWords.stack('Firefox', 3)))
  expect(options().slice(2)).toEqual(['Mail', 'News', 'Trains'])
  expect(client.asked).toEqual([])
})

test('screens are apart, and say what is seen of them', async () => {
  await picking()
  await click(find('[role="radio"]', pickerWords.screens))
  expect(options()).toEqual(['Screen 1'])
  expect(page()).toContain(pickerWords.seesAllAndUs('Ben'))
})

test("the system's sound never goes along with one window", async () => {
  const abilities = {
    ...(await inCall()).client.desktop.state().shareAbilities,
    systemSound: { is: 'available' },
  } as const
  const { client } = await picking({ sound: true }, { abilities })
  await click(find('[role="option"]', 'Notes'))
  expect(client.asked).toEqual([
    ['share.setSound', false],
    ['share.preview', notes.id],
  ])
  expect(page()).toContain(pickerWords.noSound.window)
})

test('a chosen window that is closed leaves, and can no longer be sent', async () => {
  const { client } = await picking()
  await click(find('[role="option"]', 'Notes'))
  await act(async () =>
    client.share.setState({
      picker: {
        ...open,
        list: listed(sheet),
        preview: { is: 'failed', sourceId: notes.id, code: 'source-gone' },
      },
    }),
  )
  expect(options()).toEqual(['Budget 2027.ods'])
  expect(page()).toContain(pickerWords.gone('Notes'))
  expect(button(pickerWords.go.start.window).hasAttribute('disabled')).toBe(true)
})

test('Escape and Cancel leave without sharing', async () => {
  const { client } = await picking()
  await pressKey('Escape')
  expect(client.asked).toEqual([['share.cancel']])
  expect(document.querySelector('[role="dialog"]')).toBeNull()
})

test('a list that failed is asked for anew', async () => {
  const { client } = await picking({ list: { is: 'failed' } })
  await click(button(text.app.tryAgain))
  expect(client.asked).toEqual([['share.cancel'], ['share.open']])
})

test('where the system does not let us look, its settings are one press away', async () => {
  const { client } = await picking({ list: { is: 'denied' } })
  await click(button(text.share.openSettings))
  expect(client.asked).toEqual([['share.openSystemSettings']])
})

test('how it is sent is chosen beside the preview', async () => {
  const { asked } = await picking({ preview: { is: 'opening', sourceId: sheet.id } })
  await click(find('[role="radio"]', pickerWords.motion))
  expect(asked('share.setManner')).toEqual([
    ['share.setManner', { mode: 'motion', motionFps: 30, limit: 'native' }],
  ])
  await click(find('[role="radio"]', '60'))
  expect(asked('share.setManner')[1]).toEqual([
    'share.setManner',
    { mode: 'motion', motionFps: 60, limit: 'native' },
  ])
})
