// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test } from 'vitest'
import { COMMANDS } from '../../shared/ipc/contract'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { MAX_TEXT_CHARS } from '../../shared/protocol/call-messages'
import { MAX_TEXT_LINES } from '../../shared/protocol/limits'
import { text } from '../../shared/text/en'
import type { MemoryClientOptions } from '../app/memory-client'
import type { CallView } from '../features/calls/calls-store'
import type { TextLine, TextsState } from '../features/texts/texts-store'
import { sharing } from '../gallery/share-scenarios'
import { button, click, page, pressKey, renderApp, type TestApp } from './testing/render-app'

const settings = {
  ...DEFAULT_SETTINGS,
  name: 'Ana',
  reach: { mode: 'this-network', server: '', port: 1 },
} as const
const view: CallView = {
  callId: '1',
  direction: 'outgoing',
  person: { id: 'b'.repeat(32), name: 'Ben Okafor', isContact: false },
  video: true,
  phase: { name: 'connected', sinceMs: 0 },
  local: { microphone: { is: 'on' }, camera: { is: 'off' } },
  remote: { microphone: 'on', camera: 'off', screen: null },
  callBack: null,
}
const theirs = (words: string, key = 'a'): TextLine => ({
  ...{ key, mine: false, text: words, at: 0, state: 'received' },
})

function inCall(
  texts: Partial<TextsState> = {},
  change: Partial<MemoryClientOptions> = {},
): Promise<TestApp> {
  return renderApp({
    host: { settings },
    calls: { calls: [view] },
    texts: { callId: '1', ...texts },
    ...change,
  })
}

async function openPanel(): Promise<HTMLTextAreaElement> {
  await pressKey('t')
  await act(async () => {
    await import('../features/texts/texts-panel')
  })
  const field = document.querySelector('textarea')
  if (!field) throw new Error('the panel has no field')
  return field
}

async function write(field: HTMLTextAreaElement, words: string): Promise<void> {
  await act(async () => {
    Reflect.set(HTMLTextAreaElement.prototype, 'value', words, field)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

test('Enter sends what was written, Shift Enter does not, and the field is empty again', async () => {
  const { asked } = await inCall()
  const field = await openPanel()
  expect(document.activeElement).toBe(field)
  await write(field, 'hello')
  await pressKey('Enter', { shiftKey: true })
  expect(asked('texts.send')).toEqual([])
  await pressKey('Enter')
  expect(asked('texts.send')).toEqual([['texts.send', 'hello']])
  expect(field.value).toBe('')
  expect(page()).toContain('hello')
})

test('a word that is being composed is not sent by the Enter that takes it', async () => {
  const { asked } = await inCall()
  const field = await openPanel()
  await write(field, 'こん')
  const press = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })
  Object.defineProperty(press, 'isComposing', { value: true })
  await act(async () => void field.dispatchEvent(press))
  expect(asked('texts.send')).toEqual([])
})

test('too much is not sent, and how much it is too much is said; near the end what is left', async () => {
  const { asked } = await inCall()
  const field = await openPanel()
  await write(field, 'x'.repeat(4_000))
  expect(page()).toContain(text.texts.left(96))
  await write(field, 'x'.repeat(4_100))
  expect(page()).toContain(text.texts.tooLong(4))
  await pressKey('Enter')
  expect(asked('texts.send')).toEqual([])
  expect(field.value).toHaveLength(4_100)
})

test('what is half written stays while the panel is closed', async () => {
  await inCall()
  await write(await openPanel(), 'half')
  await pressKey('Escape')
  expect(document.querySelector('textarea')).toBeNull()
  expect((await openPanel()).value).toBe('half')
})

test('what is half written to one person does not stand there for the next', async () => {
  const { client } = await inCall()
  await write(await openPanel(), 'half')
  const [callId, person] = ['2', { id: 'c'.repeat(32), name: 'Cleo', isContact: false }]
  await act(async () => client.calls.setState({ calls: [{ ...view, callId, person }] }))
  expect(document.querySelector('textarea')).toBeNull()
  expect((await openPanel()).value).toBe('')
})

test('it stays where the call with the same person is taken up under another number', async () => {
  const { client } = await inCall()
  await write(await openPanel(), 'half')
  await act(async () => client.calls.setState({ calls: [{ ...view, callId: '2' }] }))
  expect(document.querySelector('textarea')?.value).toBe('half')
})

test('a text that comes is said, stands there for a while, and counts until it is read', async () => {
  const { client, clock, asked } = await inCall()
  await act(async () => client.texts.setState({ lines: [theirs('Is it this one?')], unseen: 1 }))
  const words = text.texts.arrived('Ben', 'Is it this one?')
  expect(document.querySelector('.sr[aria-live="polite"]')?.textContent).toBe(words)
  expect(document.querySelector('.new-text')?.textContent).toContain(words)
  button(text.texts.openUnseen(1))
  await act(() => clock.advance(9_000))
  expect(document.querySelector('.new-text')).toBeNull()
  expect(asked('texts.seen')).toEqual([])
  await openPanel()
  expect(asked('texts.seen')).toEqual([['texts.seen']])
})

test('while this computer shows something the note keeps the words to itself', async () => {
  await inCall(
    { lines: [theirs('the code is 4711')], unseen: 1 },
    { share: { own: { is: 'live', ...sharing({ callId: '1' }) } } },
  )
  expect(page()).toContain(text.texts.arrivedUnread('Ben'))
  expect(page()).not.toContain('4711')
})

test('the question about an address gives the focus back to it', async () => {
  await inCall({ lines: [theirs('see https://tiles.example.org/')] })
  await openPanel()
  const link = button('https://tiles.example.org/')
  for (const close of [() => pressKey('Escape'), () => click(button(text.app.cancel))]) {
    link.focus()
    await click(link)
    expect(document.activeElement?.getAttribute('role')).toBe('alertdialog')
    await close()
    expect(document.activeElement).toBe(link)
  }
})

test('a note that is taken away under the pointer keeps no later one', async () => {
  const { client, clock } = await inCall({ lines: [theirs('one', 'a')], unseen: 1 })
  const note = document.querySelector('.new-text')
  await act(async () => void note?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true })))
  await act(() => clock.advance(60_000))
  expect(document.querySelector('.new-text')).not.toBeNull()
  await click(button(text.app.dismiss))
  expect(document.querySelector('.new-text')).toBeNull()
  await act(async () => client.texts.setState({ lines: [theirs('one', 'a'), theirs('two', 'b')], unseen: 2 }))
  expect(document.querySelector('.new-text')?.textContent).toContain('two')
  await act(() => clock.advance(8_000))
  expect(document.querySelector('.new-text')).toBeNull()
})

test('an address asks with all of it, and opens only by its own press', async () => {
  const { client } = await inCall({ lines: [theirs('see https://tiles.example.org/red?size=20')] })
  const opened: string[] = []
  const call = client.desktop.call.bind(client.desktop)
  client.desktop.call = (name, ...input) => {
    if (name === 'link.openOutside') opened.push(JSON.stringify(input[0]))
    return call(name, ...input)
  }
  await openPanel()
  await click(button('https://tiles.example.org/red?size=20'))
  expect(page()).toContain(text.texts.askWeb('tiles.example.org'))
  expect(document.activeElement?.getAttribute('role')).toBe('alertdialog')
  await pressKey('Enter')
  expect(opened).toEqual([])
  await click(button(text.texts.openHost('tiles.example.org')))
  expect(opened).toEqual(['{"url":"https://tiles.example.org/red?size=20"}'])
  expect(page()).not.toContain(text.texts.askWeb('tiles.example.org'))
})

test('what did not arrive can be sent again, and after the call be copied', async () => {
  const lost: TextLine = { key: 'x', mine: true, text: 'lost words', at: 0, state: 'failed' }
  const { client, asked } = await inCall({ lines: [lost] })
  await openPanel()
  await click(button(text.texts.retry))
  expect(asked('texts.retry')).toEqual([['texts.retry', 'x']])
  const phase = { name: 'ended', reason: 'connection-lost', talkedMs: 9_000 } as const
  await act(async () => client.calls.setState({ calls: [{ ...view, phase }] }))
  expect(page()).toContain(text.texts.undelivered(1))
  client.desktop.refuse('clipboard.write', 'internal')
  await click(button(text.texts.copy))
  expect(page()).toContain(text.texts.copyFailed)
  client.desktop.refuse('clipboard.write', null)
  await click(button(text.texts.copy))
  expect(page()).toContain(text.texts.copied)
  expect(page()).not.toContain(text.texts.copyFailed)
})

test('all that can be undelivered of one call can be copied', () => {
  const all = Array<string>(MAX_TEXT_LINES).fill('x'.repeat(MAX_TEXT_CHARS)).join('\n')
  expect(COMMANDS['clipboard.write'].input.safeParse({ text: all }).success).toBe(true)
})
