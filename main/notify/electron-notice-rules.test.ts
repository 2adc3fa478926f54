import { describe, expect, it } from 'vitest'
import { actionPressed, closedBy, electronOptions } from './electron-notice-rules'
import type { Notice } from './notifier'

const RINGING: Notice = {
  title: 'Ada is calling',
  body: 'With sound.',
  kind: 'ringing',
  actions: [
    { name: 'accept', label: 'Accept' },
    { name: 'decline', label: 'Decline' },
  ],
}
const MISSED: Notice = { ...RINGING, kind: 'missed' }
const BUTTONS = [
  { type: 'button', text: 'Accept' },
  { type: 'button', text: 'Decline' },
]
const COMMON = { id: 'id-1', title: 'Ada is calling', body: 'With sound.', silent: true, actions: BUTTONS }

describe('what is asked for', () => {
  it.each([
    ['darwin', 'ringing', { urgency: 'critical', timeoutType: 'never' }],
    ['linux', 'ringing', { urgency: 'critical', timeoutType: 'never', icon: '/icon.png' }],
    ['linux', 'news', { urgency: 'normal', timeoutType: 'default', icon: '/icon.png' }],
    ['win32', 'missed', { urgency: 'normal', timeoutType: 'never', icon: '/icon.png' }],
  ] as const)('on %s, %s', (platform, kind, own) => {
    const options = electronOptions({ ...RINGING, kind }, 'id-1', { platform, icon: '/icon.png' })
    expect(options).toEqual({ ...COMMON, ...own })
  })

  it('on Windows, a toast that rings', () => {
    const { toastXml } = electronOptions(RINGING, 'id-1', { platform: 'win32', icon: '/icon.png' })
    expect(toastXml).toBe(
      [
        '<toast scenario="incomingCall" useButtonStyle="true" launch="type=click&amp;tag=id-1">',
        '<visual><binding template="ToastGeneric"><text>Ada is calling</text><text>With sound.</text></binding></visual>',
        '<actions>',
        '<action content="Accept" activationType="foreground" arguments="type=action&amp;action=0&amp;tag=id-1" hint-buttonStyle="Success"/>',
        '<action content="Decline" activationType="foreground" arguments="type=action&amp;action=1&amp;tag=id-1" hint-buttonStyle="Critical"/>',
        '</actions><audio silent="true"/></toast>',
      ].join(''),
    )
  })

  it('nothing that others wrote is markup there', () => {
    const evil = '"><x a=\'&\u0000\u202e'
    const notice: Notice = { ...RINGING, title: evil, body: evil, actions: [{ name: 'accept', label: evil }] }
    const { toastXml } = electronOptions(notice, 'a&b"', { platform: 'win32', icon: '/icon.png' })
    const safe = '&quot;&gt;&lt;x a=&apos;&amp;'
    expect(toastXml).toContain(`<text>${safe}</text><text>${safe}</text>`)
    expect(toastXml).toContain(`<action content="${safe}"`)
    expect(toastXml).toContain('tag=a%26b%22"')
  })
})

describe('which button', () => {
  it.each([
    // From 45 on in the event, before beside it.
    [{ actionIndex: 1 }, 1, 'decline'],
    [{ actionIndex: 0, selectionIndex: -1 }, undefined, 'accept'],
    [{}, 1, 'decline'],
    [undefined, 0, 'accept'],
    [{}, 2, null],
    [{}, -1, null],
    [{ actionIndex: '0' }, undefined, null],
    [null, null, null],
  ])('%j and %j', (details, index, action) => {
    expect(actionPressed(RINGING, details, index)).toBe(action)
  })
})

describe('closed', () => {
  it.each([
    [RINGING, { reason: 'userCanceled' }, 'win32', 'user'],
    [RINGING, { reason: 'applicationHidden' }, 'win32', 'us'],
    [RINGING, { reason: 'timedOut' }, 'win32', 'expiry'],
    // It lies in Windows' list, to be pressed later.
    [MISSED, { reason: 'timedOut' }, 'win32', null],
    [MISSED, { reason: 'timedOut' }, 'darwin', 'expiry'],
    [RINGING, {}, 'darwin', 'unknown'],
    [RINGING, undefined, 'linux', 'unknown'],
  ] as const)('%#', (notice, details, platform, by) => {
    expect(closedBy(notice, details, platform)).toBe(by)
  })
})
