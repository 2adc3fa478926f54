import { describe, expect, it } from 'vitest'
import { COMMANDS, EVENTS, type CommandName, type EventName } from '../shared/ipc/contract'
import { hears, mayUseIpc, pageOf } from './sender-rules'

const page = { isMainFrame: true, url: 'app://parley/index.html' }
const bar = { isMainFrame: true, url: 'app://parley/sharebar.html' }
const commands = Object.keys(COMMANDS) as readonly CommandName[]
const events = Object.keys(EVENTS) as readonly EventName[]
const ring = { isMainFrame: true, url: 'app://parley/ringwindow.html' }
const ofBar = ['bar.read', 'bar.press', 'bar.fit']
const ofRing = [
  ...['ringwindow.read', 'ringwindow.press', 'ringwindow.heard', 'ringwindow.toneFailed', 'ringwindow.fit'],
]

describe('the page of the app', () => {
  it.each(commands)('may send %s, unless it is another page’s', (command) => {
    const isOthers = [...ofBar, ...ofRing].includes(command)
    expect(mayUseIpc({ ofOurWindow: true, frame: page }, command)).toBe(!isOthers)
  })

  it.each(events)('hears %s, unless it is for another page', (event) => {
    expect(hears('app', event)).toBe(event !== 'bar.changed' && event !== 'ringwindow.changed')
  })
})

describe('the page of the sharing bar', () => {
  it.each(commands)('may send %s only where it is the bar’s', (command) => {
    expect(mayUseIpc({ ofOurWindow: true, frame: bar }, command)).toBe(ofBar.includes(command))
  })

  it.each(events)('hears %s only where it is for the bar', (event) => {
    expect(hears('bar', event)).toBe(event === 'bar.changed')
  })
})

describe('the page of the ring window', () => {
  it.each(commands)('may send %s only where it is the ring window’s', (command) => {
    expect(mayUseIpc({ ofOurWindow: true, frame: ring }, command)).toBe(ofRing.includes(command))
  })

  it.each(events)('hears %s only where it is for the ring window', (event) => {
    expect(hears('ring', event)).toBe(event === 'ringwindow.changed')
  })
})

it.each([
  ['another contents', { ofOurWindow: false, frame: page }],
  ['another contents with the bar', { ofOurWindow: false, frame: bar }],
  ['a frame that is gone', { ofOurWindow: true, frame: null }],
  ['a frame within the page', { ofOurWindow: true, frame: { ...page, isMainFrame: false } }],
  ['a frame within the bar', { ofOurWindow: true, frame: { ...bar, isMainFrame: false } }],
  ['a page from elsewhere', { ofOurWindow: true, frame: { ...page, url: 'https://example.org/' } }],
  ['an empty page', { ofOurWindow: true, frame: { ...page, url: '' } }],
  [
    'a page of ours without a part',
    { ofOurWindow: true, frame: { ...page, url: 'app://parley/other.html' } },
  ],
])('%s may send nothing', (_name, sender) => {
  expect(commands.filter((command) => mayUseIpc(sender, command))).toEqual([])
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
