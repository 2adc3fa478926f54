// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test, vi } from 'vitest'
import { text } from '../../shared/text/en'
import { pickerWords } from '../../shared/text/en-picker'
import { live } from '../features/share/testing/shares'
import { button, click, field, page, pressKey } from './testing/render-app'
import { ben, open, inCall, sharing, said, barButton } from './testing/sharing-app'

test('the button and its key open the picker', async () => {
  const { client } = await inCall()
  await click(button(text.share.open))
  await pressKey('s')
  expect(client.asked).toEqual([['share.open'], ['share.open']])
})

test('while something is shared the button and its letter switch, and another one stops', async () => {
  const { client } = await sharing()
  expect(barButton(text.share.switch).dataset['tipKey']).toBe('S')
  expect(barButton(text.share.stop).dataset['tipKey']).toBe('Ctrl Shift X')
  await pressKey('s')
  await click(barButton(text.share.switch))
  await click(barButton(text.share.stop))
  expect(client.asked).toEqual([['share.open'], ['share.open'], ['share.stop']])
})

test('the card says which window, how long and what is seen, with a remedy', async () => {
  const { client, clock } = await sharing({ trouble: 'blurred', remedies: ['lower-resolution'] })
  await act(() => clock.advance(252_000))
  expect(page()).toContain('4:12')
  expect(page()).toContain('Budget 2027.ods')
  expect(page()).toContain(text.presenting.trouble.blurred)
  await click(button(text.presenting.remedies['lower-resolution']))
  expect(client.asked).toEqual([['share.remedy', 'lower-resolution']])
})

test.each([
  ['P', ['share.pause']],
  ['X', ['share.stop']],
])('Ctrl Shift %s works while something is shared', async (key, command) => {
  const { client } = await sharing()
  await pressKey(key, { ctrlKey: true, shiftKey: true })
  expect(client.asked).toEqual([command])
})

test('a paused share says so and goes on by a press', async () => {
  const { client } = await sharing({ held: 'paused' })
  expect(page()).toContain('Paused: Ben sees the last picture')
  await click(button(text.presenting.goOn))
  expect(client.asked).toEqual([['share.resume']])
})

test.each([true, false])(
  'a closed window that is open again (%s) can be shared again',
  async (hasSuccessor) => {
    const successor = hasSuccessor ? { title: 'Notes' } : null
    await inCall({ own: { is: 'lost', callId: ben.callId, title: 'Notes', successor, untilMs: 60_000 } })
    const buttons = [...document.querySelectorAll('button')].map(({ textContent }) => textContent)
    expect(buttons.includes(text.presenting.again)).toBe(hasSuccessor)
  },
)

test('what is shared is said at once, and that it stopped, which is read for a while too', async () => {
  const { client, clock } = await inCall()
  await act(async () => client.share.setState({ own: { is: 'live', ...live() } }))
  expect(said()).toBe('You are sharing “Budget 2027.ods”')
  await act(async () => client.share.setState({ own: { is: 'none' } }))
  expect(said()).toBe(text.share.announce.stopped)
  expect(document.querySelector('.stage-notes')?.textContent).toContain(text.share.announce.stopped)
  await act(() => clock.advance(6_000))
  expect(document.querySelector('.stage-notes')?.textContent).not.toContain(text.share.announce.stopped)
})

/** Focus comes back with the next frame. */
const nextFrame = () => act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())))

test.each([
  ['chosen', { picker: null, own: { is: 'live', ...live() } }, text.share.switch],
  ['closed', { picker: null }, text.share.open],
  ['failed', { picker: null, failure: 'share-failed' }, text.share.open],
] as const)('once the picker is over (%s) the focus is on the button again', async (_, change, name) => {
  const { client } = await inCall()
  await act(async () => client.share.setState({ picker: open }))
  await vi.waitFor(() => expect(document.activeElement).toBe(field(pickerWords.search)))
  await act(async () => client.share.setState(change))
  await nextFrame()
  expect(document.activeElement).toBe(barButton(name))
})

test('the focus of a card that is gone goes to the button, and any other stays where it is', async () => {
  const { client } = await sharing()
  const end = async () => {
    await act(async () => client.share.setState({ own: { is: 'none' } }))
    await nextFrame()
  }
  document.querySelector<HTMLElement>('.presenting-stop')?.focus()
  await end()
  expect(document.activeElement).toBe(button(text.share.open))
  await act(async () => client.share.setState({ own: { is: 'live', ...live() } }))
  const other = button(text.texts.open)
  other.focus()
  await end()
  expect(document.activeElement).toBe(other)
})

test('why nothing is shared stays until Escape', async () => {
  const { client } = await inCall({ failure: 'share-failed' })
  expect(page()).toContain('Nothing is shared.')
  await pressKey('Escape')
  expect(client.asked).toEqual([['share.forgetFailure']])
  expect(page()).not.toContain('Nothing is shared.')
})
