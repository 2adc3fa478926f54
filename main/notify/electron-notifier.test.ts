import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { silentLog } from '../log/log'
import { settled } from '../testing/deferred'
import { electronNotifier, type ElectronNotice } from './electron-notifier'
import type { Notice, NoticeEvent, Notifier } from './notifier'

const MISSED: Notice = {
  title: 'Ada called',
  body: '',
  kind: 'missed',
  actions: [{ name: 'call-back', label: 'Call back' }],
}

class FakeNotice extends EventEmitter implements ElectronNotice {
  state: 'new' | 'shown' | 'closed' = 'new'
  show(): void {
    this.state = 'shown'
  }
  close(): void {
    this.state = 'closed'
  }
}

class BrokenNotice extends FakeNotice {
  override show(): void {
    throw new Error('no service')
  }
}

function notifierWith(
  notice: FakeNotice,
  { isSupported = true, platform = 'win32' }: { isSupported?: boolean; platform?: NodeJS.Platform } = {},
): Notifier {
  return electronNotifier({
    platform,
    icon: '/icon.png',
    createId: () => 'id-1',
    log: silentLog,
    notices: { isSupported: () => isSupported, create: () => notice },
  })
}

function shown(notice: FakeNotice, options?: { isSupported?: boolean }) {
  const told: NoticeEvent[] = []
  const notifier = notifierWith(notice, options)
  const close = notifier.show(MISSED, (event) => told.push(event))
  return { told, close, notifier }
}

describe('a notification by Electron', () => {
  it('tells what becomes of it, and nothing once it is closed', async () => {
    const notice = new FakeNotice()
    const { told } = shown(notice)
    expect(notice.state).toBe('shown')
    notice.emit('show')
    notice.emit('click')
    notice.emit('action', { actionIndex: 0 }, 0)
    notice.emit('action', { actionIndex: 9 }, 9)
    expect(told).toEqual([])
    notice.emit('close', { reason: 'userCanceled' })
    notice.emit('click')
    await settled()
    notice.emit('click')
    await settled()
    expect(told).toEqual([
      { is: 'shown' },
      { is: 'pressed', action: 'default' },
      { is: 'pressed', action: 'call-back' },
      { is: 'closed', by: 'user' },
    ])
  })

  it('tells nothing after its undo, which closes it', async () => {
    const notice = new FakeNotice()
    const { told, close } = shown(notice)
    notice.emit('show')
    close()
    notice.emit('close', {})
    await settled()
    expect(notice.state).toBe('closed')
    expect(told).toEqual([])
  })

  it('closes what is open when it ends', () => {
    const notice = new FakeNotice()
    shown(notice).notifier.end()
    expect(notice.state).toBe('closed')
  })

  it('can still be pressed in Windows’ list', async () => {
    const notice = new FakeNotice()
    const { told, close } = shown(notice)
    notice.emit('close', { reason: 'timedOut' })
    await settled()
    notice.emit('click')
    await settled()
    expect(told).toEqual([{ is: 'pressed', action: 'default' }])
    close()
    expect(notice.state).toBe('closed')
  })

  it('has failed where it isn’t supported, refused, or throws', async () => {
    const refused = new FakeNotice()
    const cases = [
      shown(new FakeNotice(), { isSupported: false }),
      shown(refused),
      shown(new BrokenNotice()),
    ].map(({ told }) => told)
    refused.emit('failed', {}, 'not signed')
    refused.emit('close', {})
    expect(cases).toEqual([[], [], []])
    await settled()
    expect(cases).toEqual([
      [{ is: 'failed', why: 'not-supported-here' }],
      [{ is: 'failed', why: 'refused' }],
      [{ is: 'failed', why: 'refused' }],
    ])
  })
})

it.each([
  ['darwin', true, { server: 'macOS', actions: true, persistence: true }],
  ['win32', true, { server: 'Windows', actions: true, persistence: true }],
  ['linux', true, { server: 'libnotify', actions: false, persistence: false }],
  ['win32', false, { server: null, actions: false, persistence: false }],
] as const)('abilities on %s, supported: %s', async (platform, isSupported, abilities) => {
  const notifier = notifierWith(new FakeNotice(), { platform, isSupported })
  expect(await notifier.abilities()).toEqual(abilities)
})
