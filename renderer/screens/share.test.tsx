// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test } from 'vitest'
import type { ShareSource } from '../../shared/model/share'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { text } from '../../shared/text/en'
import { pickerWords } from '../../shared/text/en-picker'
import type { CallView } from '../features/calls/calls-store'
import type { LiveShare, PickerState, ShareState } from '../features/share/share-store'
import { live } from '../features/share/testing/shares'
import { source } from '../features/share/testing/sources'
import {
  button,
  click,
  field,
  find,
  page,
  pressKey,
  renderApp,
  type,
  type TestApp,
} from './testing/render-app'

const ben: CallView = {
  callId: 'e'.repeat(32),
  direction: 'outgoing',
  person: { id: 'b'.repeat(32), name: 'Ben Okafor', isContact: false },
  video: true,
  phase: { name: 'connected', sinceMs: 0 },
  local: { microphone: { is: 'on' }, camera: { is: 'off' } },
  remote: { microphone: 'on', camera: 'off', screen: null },
  callBack: null,
}

const sheet = source('Budget 2027.ods', { program: 'Calc' })
const notes = source('Notes', { program: 'Editor' })
const screen = source('Screen 1', { kind: 'screen' })
const firefox = ['Mail', 'News', 'Trains'].map((title) => source(title, { program: 'Firefox' }))
const listed = (...sources: readonly ShareSource[]) => ({ is: 'listed', sources, left: 0 }) as const
const open: PickerState = {
  purpose: 'start',
  list: listed(sheet, notes, screen, ...firefox),
  preview: { is: 'none' },
  sound: false,
  starting: false,
}

async function inCall(share: Partial<ShareState> = {}): Promise<TestApp> {
  const settings = {
    ...DEFAULT_SETTINGS,
    name: 'Ana',
    reach: { mode: 'this-network', server: '', port: 1 },
  } as const
  const app = await renderApp({ host: { settings }, calls: { calls: [ben] }, share })
  // Loaded beside the call's first screen.
  await act(async () => {
    await Promise.all([import('../features/share/share-picker'), import('../features/share/presenting-card')])
  })
  return app
}

const picking = (change: Partial<PickerState> = {}, share: Partial<ShareState> = {}) =>
  inCall({ picker: { ...open, ...change }, ...share })
const sharing = (change: Partial<LiveShare> = {}) => inCall({ own: { is: 'live', ...live(change) } })
const options = (): readonly string[] =>
  [...document.querySelectorAll('[role="option"]')].map(({ textContent }) => textContent)
const selected = (): string | undefined =>
  document.querySelector('[role="option"][aria-selected="true"]')?.textContent
const said = (): string => document.querySelector('.sr[aria-live="assertive"]')?.textContent ?? ''

test('the button and its key open the picker', async () => {
  const { client } = await inCall()
  await click(button(text.share.open))
  await pressKey('s')
  expect(client.asked).toEqual([['share.open'], ['share.open']])
})

test('while something is shared the button stops it, and the letter switches', async () => {
  const { client } = await sharing()
  await pressKey('s')
  await click(button(text.share.stop))
  expect(client.asked).toEqual([['share.open'], ['share.stop']])
})

test('the search has the focus, nothing is chosen, and nothing is captured', async () => {
  const { client } = await picking()
  expect(document.activeElement).toBe(field(pickerWords.search))
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
  expect(document.activeElement).toBe(field(pickerWords.search))
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

test('the card says which window, how long and what is seen, with a remedy', async () => {
  const { client, clock } = await sharing({ remedies: ['lower-resolution'] })
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
    await inCall({ own: { is: 'lost', callId: ben.callId, title: 'Notes', hasSuccessor } })
    const buttons = [...document.querySelectorAll('button')].map(({ textContent }) => textContent)
    expect(buttons.includes(text.presenting.again)).toBe(hasSuccessor)
  },
)

test('what is shared is said at once, and that it stopped', async () => {
  const { client } = await inCall()
  await act(async () => client.share.setState({ own: { is: 'live', ...live() } }))
  expect(said()).toBe('You are sharing “Budget 2027.ods”')
  await act(async () => client.share.setState({ own: { is: 'none' } }))
  expect(said()).toBe(text.share.announce.stopped)
})

test('why nothing is shared stays until Escape', async () => {
  const { client } = await inCall({ failure: 'share-failed' })
  expect(page()).toContain('Nothing is shared.')
  await pressKey('Escape')
  expect(client.asked).toEqual([['share.forgetFailure']])
  expect(page()).not.toContain('Nothing is shared.')
})
