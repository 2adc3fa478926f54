import { describe, expect, it } from 'vitest'
import { electronMayHelp } from './choose-notifier'
import { fallbackNotifier } from './fallback-notifier'
import type { Notice, NoticeEvent, Notifier } from './notifier'

const NOTICE: Notice = { title: 'Ada is calling', body: '', kind: 'ringing', actions: [] }
const SHOWN = { is: 'shown' } as const
const FAILED = { is: 'failed', why: 'no-daemon' } as const
const PRESSED = { is: 'pressed', action: 'accept' } as const
const CLOSED = { is: 'closed', by: 'user' } as const

/** Tells by hand. */
class HandNotifier implements Notifier {
  isOpen = false
  tell: (event: NoticeEvent) => void = () => undefined

  show(_notice: Notice, heard: (event: NoticeEvent) => void): () => void {
    this.isOpen = true
    this.tell = heard
    return () => (this.isOpen = false)
  }
  abilities = () => Promise.resolve({ server: null, actions: false, persistence: false })
  end = () => undefined
}

function begun() {
  const first = new HandNotifier()
  const second = new HandNotifier()
  const told: NoticeEvent[] = []
  const notifier = fallbackNotifier(first, second, (why) => why === 'no-daemon')
  const close = notifier.show(NOTICE, (event) => told.push(event))
  return { first, second, told, close, open: () => [first.isOpen, second.isOpen] }
}

describe('a notification with another way', () => {
  it('goes the first while that works', () => {
    const { first, told, open } = begun()
    for (const event of [SHOWN, PRESSED]) first.tell(event)
    expect(told).toEqual([SHOWN, PRESSED])
    expect(open()).toEqual([true, false])
  })

  it('goes the other where the first has none, which nobody hears of', () => {
    const { first, second, told, open, close } = begun()
    first.tell(FAILED)
    expect(open()).toEqual([true, true])
    for (const event of [SHOWN, PRESSED]) second.tell(event)
    expect(told).toEqual([SHOWN, PRESSED])
    close()
    expect(open()).toEqual([false, false])
  })

  it('has failed when both have, and may come after all', () => {
    const { first, second, told } = begun()
    first.tell(FAILED)
    second.tell({ is: 'failed', why: 'refused' })
    first.tell(SHOWN)
    expect(told).toEqual([{ is: 'failed', why: 'refused' }, SHOWN])
  })

  it('returns to the first that comes up, and isn’t in both', () => {
    const { first, second, told, open } = begun()
    first.tell(FAILED)
    second.tell(SHOWN)
    first.tell(FAILED)
    first.tell(SHOWN)
    first.tell(PRESSED)
    expect(told).toEqual([SHOWN, SHOWN, PRESSED])
    expect(open()).toEqual([true, false])
  })

  it('closed in the other comes up nowhere again', () => {
    const { first, second, told, open } = begun()
    first.tell(FAILED)
    second.tell(CLOSED)
    expect(told).toEqual([CLOSED])
    expect(open()[0]).toBe(false)
  })

  it('has failed at once where the other can’t help', () => {
    const { first, told, open } = begun()
    first.tell({ is: 'failed', why: 'no-answer' })
    expect(told).toEqual([{ is: 'failed', why: 'no-answer' }])
    expect(open()).toEqual([true, false])
  })
})

it.each([
  ['no-bus', true],
  ['no-daemon', true],
  ['refused', true],
  ['no-answer', false],
  ['daemon-died', false],
])('after %s Electron may help: %s', (why, helps) => {
  expect(electronMayHelp(why)).toBe(helps)
})
