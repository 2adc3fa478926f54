import { describe, expect, it } from 'vitest'
import { COMMANDS, EVENTS, type CommandName, type EventName } from '../shared/ipc/contract'
import { hears, judgeSender, pageOf, type Sender } from './sender-rules'

const page = { isMainFrame: true, url: 'app://parley/index.html' }
const bar = { isMainFrame: true, url: 'app://parley/sharebar.html' }
const commands = Object.keys(COMMANDS) as readonly CommandName[]
const events = Object.keys(EVENTS) as readonly EventName[]
const ring = { isMainFrame: true, url: 'app://parley/ringwindow.html' }
const ofBar = ['bar.read', 'bar.press', 'bar.fit']
const ofRing = [
  ...['ringwindow.read', 'ringwindow.press', 'ringwindow.heard', 'ringwindow.toneFailed', 'ringwindow.fit'],
]

const mayUseIpc = (sender: Sender, command: CommandName): boolean =>
  judgeSender(sender, command) === 'allowed'

describe('the page of the app', () => {
  it.each(commands)('may send %s, unless it is another page’s', (command) => {
    const isOthers = [...ofBar, ...ofRing].includes(command)
    expect(mayUseIpc({ window: 'open', frame: page }, command)).toBe(!isOthers)
  })

  it.each(events)('hears %s, unless it is for another page', (event) => {
    expect(hears('app', event)).toBe(event !== 'bar.changed' && event !== 'ringwindow.changed')
  })
})

describe('the page of the sharing bar', () => {
  it.each(commands)('may send %s only where it is the bar’s', (command) => {
    expect(mayUseIpc({ window: 'open', frame: bar }, command)).toBe(ofBar.includes(command))
  })

  it.each(events)('hears %s only where it is for the bar', (event) => {
    expect(hears('bar', event)).toBe(event === 'bar.changed')
  })
})

describe('the page of the ring window', () => {
  it.each(commands)('may send %s only where it is the ring window’s', (command) => {
    expect(mayUseIpc({ window: 'open', frame: ring }, command)).toBe(ofRing.includes(command))
  })

  it.each(events)('hears %s only where it is for the ring window', (event) => {
    expect(hears('ring', event)).toBe(event === 'ringwindow.changed')
  })
})

it.each([
  ['a window of ours that was closed', { window: 'closed', frame: page }],
  ['another contents', { window: 'none', frame: page }],
  ['another contents with the bar', { window: 'none', frame: bar }],
  ['a frame that is gone', { window: 'open', frame: null }],
  ['a frame within the page', { window: 'open', frame: { ...page, isMainFrame: false } }],
  ['a frame within the bar', { window: 'open', frame: { ...bar, isMainFrame: false } }],
  ['a page from elsewhere', { window: 'open', frame: { ...page, url: 'https://example.org/' } }],
  ['an empty page', { window: 'open', frame: { ...page, url: '' } }],
  ['a page of ours without a part', { window: 'open', frame: { ...page, url: 'app://parley/other.html' } }],
] as const)('%s may send nothing', (_name, sender) => {
  expect(commands.filter((command) => mayUseIpc(sender, command))).toEqual([])
})

// What its page had on the way when it went is no attack.
it.each([
  ['a window of ours that was closed', { window: 'closed', frame: ring }, 'gone'],
  ['one whose frame went with it', { window: 'closed', frame: null }, 'gone'],
  ['an open window whose page went', { window: 'open', frame: null }, 'gone'],
  ['another contents whose frame is gone', { window: 'none', frame: null }, 'stranger'],
  [
    'a frame within the page of a closed window',
    { window: 'closed', frame: { ...ring, isMainFrame: false } },
    'stranger',
  ],
  ['a closed window with another page', { window: 'closed', frame: page }, 'stranger'],
] as const)('%s is known for what it is', (_name, sender, expected) => {
  expect(judgeSender(sender, 'ringwindow.heard')).toBe(expected)
})

it.each([
  ['app://parley/', 'app'],
  ['app://parley/index.html', 'app'],
  ['app://parley/index.html?a=1#/call/b', 'app'],
  ['app://parley/sharebar.html', 'bar'],
  ['app://parley/sharebar.html?a=1#b', 'bar'],
  ['app://parley/%73harebar.html', null],
  ['app://parley//sharebar.html', null],
  ['app://parley/index.html/../sharebar.html', 'bar'],
  ['app://parley/constructor', null],
  ['app://other/sharebar.html', null],
  ['https://parley/index.html', null],
  ['', null],
] as const)('%s is the page of: %s', (url, expected) => {
  expect(pageOf(url)).toBe(expected)
})
