import { describe, expect, it } from 'vitest'
import { BusVariant, type BusSignal } from '../system/session-bus'
import { notifyBody, outlivesDaemon, serverOf, serviceSignal, type NoticeServer } from './notice-rules'
import type { Notice } from './notifier'

const FULL: NoticeServer = { name: 'Any', actions: true, persistence: true, markup: true }
const LOOK = { icon: '/icon.png', openLabel: 'Open' }
const notice = (changes: Partial<Notice> = {}): Notice => ({
  title: 'Ada is calling',
  body: 'With sound.',
  kind: 'ringing',
  actions: [{ name: 'accept', label: 'Accept' }],
  ...changes,
})

describe('what is sent', () => {
  it.each([
    ['ringing', { urgency: 2, category: 'call.incoming', transient: true }, 0],
    ['missed', { urgency: 1, category: 'call.unanswered' }, 0],
    ['news', { urgency: 1 }, -1],
  ] as const)('%s', (kind, hints, expiryMs) => {
    const body = notifyBody(notice({ kind }), FULL, LOOK)
    expect(plainHints(body[6])).toEqual({
      'desktop-entry': 'org.parley.Parley',
      'suppress-sound': true,
      ...hints,
    })
    expect(body[7]).toBe(expiryMs)
  })

  it.each([
    ['with buttons', true, ['default', 'Open', 'accept', 'Accept']],
    ['without buttons', false, []],
  ])('to a daemon %s', (_name, actions, sent) => {
    expect(notifyBody(notice(), { ...FULL, actions }, LOOK)[5]).toEqual(sent)
  })

  it('has one default action', () => {
    const actions = [{ name: 'default', label: 'Mine' }]
    expect(notifyBody(notice({ actions }), FULL, LOOK)[5]).toEqual(['default', 'Open'])
  })

  it.each([
    ['a & b < c > d', true, 'a &amp; b &lt; c &gt; d'],
    ['&amp; <b>', true, '&amp;amp; &lt;b&gt;'],
    ['a & b < c > d', false, 'a & b < c > d'],
    // Cut before it is escaped: never through the middle of an escape.
    ['&'.repeat(600), true, `${'&amp;'.repeat(499)}…`],
    ['one\ntwo\u202e three\u0007', true, 'one two three'],
  ])('body %#', (body, markup, sent) => {
    expect(notifyBody(notice({ body }), { ...FULL, markup }, LOOK)[4]).toBe(sent)
  })

  it('doesn’t cut through a pair of surrogates', () => {
    const [, , , title] = notifyBody(notice({ title: '😀'.repeat(200) }), FULL, LOOK)
    expect(title).toBe(`${'😀'.repeat(79)}…`)
  })

  it('has the icon as an address', () => {
    expect(notifyBody(notice(), FULL, { ...LOOK, icon: '/a b/é.png' })[2]).toBe('file:///a%20b/%C3%A9.png')
  })
})

it.each([
  [['actions', 'body-markup'], 'dunst', { name: 'dunst', actions: true, persistence: false, markup: true }],
  [['persistence'], 'a\u202eb\n', { name: 'a b', actions: false, persistence: true, markup: false }],
  ['actions', 7, { name: 'unnamed', actions: false, persistence: false, markup: false }],
  [null, '', { name: 'unnamed', actions: false, persistence: false, markup: false }],
])('a service that says %j of itself', (capabilities, name, server) => {
  expect(serverOf(capabilities, name)).toEqual(server)
})

describe('what is heard', () => {
  const from = (member: string, ...body: unknown[]): BusSignal => ({
    sender: ':1.7',
    path: '/org/freedesktop/Notifications',
    interface: 'org.freedesktop.Notifications',
    member,
    body,
  })
  const ofBus = (...body: unknown[]): BusSignal => ({
    sender: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    interface: 'org.freedesktop.DBus',
    member: 'NameOwnerChanged',
    body,
  })
  const NAME = 'org.freedesktop.Notifications'
  const closed = (by: string) => ({ is: 'closed', owner: ':1.7', id: 3, by })

  it.each([
    [from('ActionInvoked', 3, 'accept'), { is: 'pressed', owner: ':1.7', id: 3, action: 'accept' }],
    [from('NotificationClosed', 3, 1), closed('expiry')],
    [from('NotificationClosed', 3, 2), closed('user')],
    [from('NotificationClosed', 3, 3), closed('us')],
    [from('NotificationClosed', 3, 4), closed('unknown')],
    [from('NotificationClosed', 3), closed('unknown')],
    [ofBus(NAME, ':1.7', ''), { is: 'owner', was: ':1.7', now: '' }],
    [ofBus(NAME, '', ':1.8'), { is: 'owner', was: '', now: ':1.8' }],
    [from('ActivationToken', 3, 'token'), null],
    [from('ActionInvoked', '3', 'accept'), null],
    [from('ActionInvoked', 3), null],
    [from('NotificationClosed'), null],
    [ofBus('org.freedesktop.Other', ':1.7', ''), null],
    [ofBus(NAME, ':1.7'), null],
    // Only the bus itself may say who owns a name.
    [{ ...ofBus(NAME, ':1.7', ''), sender: ':1.9' }, null],
    [{ ...from('ActionInvoked', 3, 'accept'), interface: 'org.example.Other' }, null],
  ])('%#', (signal, heard) => {
    expect(serviceSignal(signal)).toEqual(heard)
  })
})

it.each([
  ['ringing', true],
  ['missed', true],
  ['news', false],
] as const)('%s is shown to a later daemon: %s', (kind, again) => {
  expect(outlivesDaemon(kind)).toBe(again)
})

function plainHints(hints: unknown): Record<string, unknown> {
  const entries = typeof hints === 'object' && hints !== null ? Object.entries(hints) : []
  return Object.fromEntries(
    entries.map(([name, hint]) => [name, hint instanceof BusVariant ? hint.value : hint]),
  )
}
