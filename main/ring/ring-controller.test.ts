import { describe, expect, it } from 'vitest'
import type { NewCallRecord } from '../../shared/model/call-record'
import type { ToldRing } from '../../shared/model/kept-ring'
import type { RingShown } from '../../shared/model/ring'
import { silentLog } from '../log/log'
import type { Notice, NoticeEvent } from '../notify/notifier'
import { createManualTimers } from '../testing/manual-timers'
import { RingController } from './ring-controller'
import type { Answer } from './ring-entry'

const [A, B, ANA, BEN] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(32)) as [
  string,
  string,
  string,
  string,
]
const ringOf = (callId: string, id = ANA): ToldRing => ({
  ring: {
    callId,
    person: { id, name: 'Ana', isContact: true, isFavourite: false, namesake: null, picture: null },
    video: true,
  },
  origin: { peerId: id, name: 'Ana', callBack: null, via: null, startedAt: 1_000 },
})

function bench({ quiet = false } = {}) {
  const facts = { focused: false, inCall: false }
  const timers = createManualTimers()
  const seen = {
    window: null as { readonly shown: RingShown; readonly visible: boolean } | null,
    notices: [] as { readonly notice: Notice; readonly heard: (event: NoticeEvent) => void; open: boolean }[],
    attention: false,
    answers: [] as Answer[],
    proven: [] as string[],
    changes: 0,
    fronts: 0,
    records: [] as NewCallRecord[],
  }
  const ring = new RingController({
    window: {
      show: (shown, visible) => void (seen.window = { shown, visible }),
      read: () => seen.window?.shown ?? null,
      fit: () => undefined,
      end: () => void (seen.window = null),
    },
    notifier: {
      show(notice, heard) {
        const entry = { notice, heard, open: true }
        seen.notices.push(entry)
        return () => void (entry.open = false)
      },
      abilities: () => Promise.resolve({ server: null, actions: true, persistence: true }),
      end: () => undefined,
    },
    attention: (on) => void (seen.attention = on),
    isFocused: () => facts.focused,
    isInCall: () => facts.inCall,
    isQuietFor: () => quiet,
    sound: () => ({ tone: 'chime', volume: 0.5, device: null }),
    messages: () => ['Later'],
    ringMs: () => 30_000,
    bringFront: () => void (seen.fronts += 1),
    record: (record) => void seen.records.push(record),
    nowMs: () => timers.nowMs(),
    after: (ms, run) => timers.after(ms, run),
    answer: (answer) => void seen.answers.push(answer),
    proven: (callId, step) => void seen.proven.push(`${callId[0] ?? ''} ${step}`),
    changed: () => void (seen.changes += 1),
    log: silentLog,
  })
  const openNotices = () => seen.notices.filter(({ open }) => open).map(({ notice }) => notice.title)
  return { ring, seen, facts, timers, openNotices }
}

describe('a call that rings', () => {
  it('is shown, heard and notified, and calls for attention', () => {
    const { ring, seen, openNotices } = bench()
    ring.tell([ringOf(A)])
    expect(seen.window).toMatchObject({ visible: true, shown: { sound: { tone: 'chime', volume: 0.5 } } })
    expect(openNotices()).toEqual(['Ana is calling'])
    expect(seen.attention).toBe(true)
  })

  it('is gone from everywhere when it ends', () => {
    const { ring, seen, openNotices } = bench()
    ring.tell([ringOf(A)])
    ring.tell([])
    expect([seen.window, openNotices(), seen.attention]).toEqual([null, [], false])
  })

  it('is gone from everywhere at once when it is answered anywhere, and answered once', () => {
    const { ring, seen, openNotices } = bench()
    ring.tell([ringOf(A)])
    expect(ring.answer({ verb: 'accept', video: null })).toBe(true)
    expect([seen.window, openNotices(), seen.attention]).toEqual([null, [], false])
    expect(ring.answer({ verb: 'decline' })).toBe(false)
    // The page's next word comes before it has heard of the answer.
    ring.tell([ringOf(A)])
    expect([seen.window, openNotices()]).toEqual([null, []])
    expect(seen.answers).toEqual([{ verb: 'accept', video: null, callId: A }])
  })

  it('is answered by its notification', () => {
    const { ring, seen } = bench()
    ring.tell([ringOf(A)])
    seen.notices[0]?.heard({ is: 'pressed', action: 'decline' })
    expect(seen.answers).toEqual([{ verb: 'decline', callId: A }])
  })

  it('is not answered by what was pressed for another one', () => {
    const { ring, seen } = bench()
    ring.tell([ringOf(A)])
    ring.tell([ringOf(B, BEN)])
    seen.notices[0]?.heard({ is: 'pressed', action: 'accept' })
    expect(ring.answer({ verb: 'accept', callId: A, video: null })).toBe(false)
    expect(seen.answers).toEqual([])
  })

  it('goes on to be seen when its tone is switched off', () => {
    const { ring, seen } = bench()
    ring.tell([ringOf(A)])
    ring.silence(B)
    expect(seen.window?.shown.sound).not.toBeNull()
    ring.silence()
    expect(seen.window).toMatchObject({ visible: true, shown: { sound: null, silenced: true } })
  })

  it('leaves the next one to ring after it', () => {
    const { ring, seen, openNotices } = bench()
    ring.tell([ringOf(A), ringOf(B, BEN)])
    ring.answer({ verb: 'decline' })
    expect(seen.window?.shown.ring.callId).toBe(B)
    expect(openNotices()).toHaveLength(1)
  })

  it('is only heard while our own window has the keyboard, which shows it', () => {
    const { ring, seen, facts, openNotices } = bench()
    facts.focused = true
    ring.tell([ringOf(A)])
    expect([seen.window?.visible, openNotices(), seen.attention]).toEqual([false, [], false])
    facts.focused = false
    ring.update()
    expect([seen.window?.visible, openNotices().length, seen.attention]).toEqual([true, 1, true])
  })

  it('is not heard over a call', () => {
    const { ring, seen, facts } = bench()
    facts.inCall = true
    ring.tell([ringOf(A)])
    expect(seen.window).toMatchObject({ visible: true, shown: { sound: null, inCall: true } })
    expect(seen.notices[0]?.notice.actions[0]?.label).toBe('End and accept')
  })

  it('is neither seen nor heard where it is not to disturb, but can be answered', () => {
    const { ring, seen, openNotices } = bench({ quiet: true })
    ring.tell([ringOf(A)])
    expect([seen.window, openNotices(), seen.attention]).toEqual([null, [], false])
    expect(ring.current()?.callId).toBe(A)
    expect(ring.answer({ verb: 'accept', video: true })).toBe(true)
  })

  it.each(['loads', 'left'] as const)('ends with its page, which %s', (how) => {
    const { ring, seen, timers } = bench()
    ring.tell([ringOf(A)])
    ring.pageEnded(how)
    expect([seen.window, ring.current(), seen.records, timers.pending]).toEqual([null, null, [], 0])
  })
})

describe('a call whose page is lost while it rings', () => {
  it('goes on to be shown, heard and notified, though our own window has the keyboard', () => {
    const { ring, seen, facts, openNotices } = bench()
    facts.focused = true
    ring.tell([ringOf(A)])
    ring.pageEnded('lost')
    expect(seen.window).toMatchObject({ visible: true, shown: { sound: { tone: 'chime' } } })
    expect([openNotices(), seen.attention, ring.current()?.callId]).toEqual([['Ana is calling'], true, A])
    // The next page says at first that nothing rings, comes to its place, and has it.
    ring.tell([])
    ring.pageEnded('loads')
    expect(ring.current()?.callId).toBe(A)
    expect(ring.takeLost()).toMatchObject([{ ring: { callId: A }, msLeft: 30_000, afterSeq: 1_000 }])
    ring.tell([ringOf(A)])
    expect([seen.window?.visible, openNotices()]).toEqual([false, []])
  })

  it('is heard as quietly as before where another call was on', () => {
    const { ring, seen, facts } = bench()
    facts.inCall = true
    ring.tell([ringOf(A)])
    ring.pageEnded('lost')
    facts.inCall = false
    ring.update()
    expect(seen.window).toMatchObject({ visible: true, shown: { sound: null, inCall: true } })
  })

  it('is answered once, and the next page is asked for it', () => {
    const { ring, seen, openNotices } = bench()
    ring.tell([ringOf(A)])
    ring.pageEnded('lost')
    expect(ring.answer({ verb: 'accept', video: false })).toBe(true)
    expect([seen.window, openNotices(), seen.answers, seen.fronts]).toEqual([null, [], [], 1])
    expect(ring.answer({ verb: 'decline' })).toBe(false)
    ring.takeLost()
    ring.tell([ringOf(A)])
    expect(seen.answers).toEqual([{ verb: 'accept', video: false, callId: A }])
    expect(seen.window).toBeNull()
  })

  it('is missed where no page comes within five seconds of being accepted', () => {
    const { ring, seen, timers } = bench()
    ring.tell([ringOf(A)])
    timers.advance(10_000)
    ring.pageEnded('lost')
    ring.answer({ verb: 'accept', video: true })
    timers.advance(4_999)
    expect(seen.records).toEqual([])
    timers.advance(1)
    expect(seen.records).toMatchObject([
      { callId: A, id: ANA, direction: 'incoming', reason: 'answered-too-late', startedAt: 1_000 },
    ])
    expect(ring.takeLost()).toMatchObject([{ msLeft: 0 }])
    expect([ring.takeLost(), timers.pending]).toEqual([[], 0])
  })

  it('tells the next page what was seen and heard of it', () => {
    const { ring, seen } = bench()
    ring.tell([ringOf(A)])
    ring.windowVisible()
    ring.pageEnded('lost')
    ring.heard(0.5)
    ring.takeLost()
    ring.tell([ringOf(A)])
    expect(seen.proven).toEqual(['a shown', 'a sounding', 'a shown', 'a sounding'])
  })
})

describe('the self-test’s ring', () => {
  it('goes to every place that a call goes to, and says that it is a test', () => {
    const { ring, seen, openNotices } = bench()
    ring.test(ringOf(A).ring)
    expect(seen.window).toMatchObject({ visible: true, shown: { test: true, sound: { tone: 'chime' } } })
    expect(openNotices()).toEqual(['Your own test rings'])
    expect([ring.current()?.callId, seen.attention]).toEqual([A, true])
    ring.test(null)
    expect([seen.window, openNotices(), ring.current()]).toEqual([null, [], null])
  })

  it('is answered like a call, and knows nothing of pages', () => {
    const { ring, seen } = bench()
    ring.test(ringOf(A).ring)
    ring.tell([])
    ring.pageEnded('left')
    expect(ring.current()?.callId).toBe(A)
    seen.notices[0]?.heard({ is: 'pressed', action: 'decline' })
    expect(seen.answers).toEqual([{ verb: 'decline', callId: A }])
    expect(seen.window).toBeNull()
  })

  it('comes after every call', () => {
    const { ring, seen } = bench()
    ring.test(ringOf(A).ring)
    ring.tell([ringOf(B, BEN)])
    expect(seen.window?.shown).toMatchObject({ ring: { callId: B }, test: false })
  })
})

describe('what is proven of a ring', () => {
  it('is what was observed, each once', () => {
    const { ring, seen } = bench()
    ring.tell([ringOf(A)])
    expect(seen.proven).toEqual([])
    ring.windowVisible()
    ring.heard(0)
    expect(seen.proven).toEqual(['a shown'])
    ring.heard(0.2)
    ring.heard(0.2)
    ring.windowVisible()
    expect(seen.proven).toEqual(['a shown', 'a sounding'])
  })

  it('is nothing where it is not to disturb', () => {
    const { ring, seen, facts } = bench({ quiet: true })
    facts.focused = true
    ring.tell([ringOf(A)])
    ring.windowVisible()
    ring.heard(0.5)
    expect(seen.proven).toEqual([])
  })

  it('is seen in our own window where that has the keyboard', () => {
    const { ring, seen, facts } = bench()
    facts.focused = true
    ring.tell([ringOf(A)])
    expect(seen.proven).toEqual(['a shown'])
  })
})
