import { describe, expect, it } from 'vitest'
import { selfTestSchema, type SelfTest, type TestRefusal } from '../../shared/model/self-test'
import { silentLog } from '../log/log'
import { deferred, settled } from '../testing/deferred'
import { createManualTimers } from '../testing/manual-timers'
import { SelfTestController } from './self-test-controller'
import type { SelfTestFacts } from './self-test-report'
import { WELL_FACTS } from './testing/well-facts'

function bench() {
  const timers = createManualTimers()
  const facts = {
    refusal: null as TestRefusal | null,
    reachable: true,
    quiet: false,
    focused: false,
  }
  const did: string[] = []
  const sent: string[] = []
  const told: SelfTest[] = []
  let rings: string | null = null
  let values = 0
  const collected = deferred<SelfTestFacts>()
  const test: SelfTestController = new SelfTestController({
    refusal: () => facts.refusal,
    isReachable: () => facts.reachable,
    putAway: () => void did.push('put away'),
    comeFront: () => void did.push('front'),
    comeBack: () => void did.push('back'),
    send: (value) => void sent.push(value),
    ring(ringId) {
      rings = ringId
      did.push(ringId === null ? 'silent' : 'rings')
    },
    isQuiet: () => facts.quiet,
    isFocused: () => facts.focused,
    collect: () => collected.promise,
    changed: (now) => void told.push(now),
    fresh() {
      values += 1
      return String(values).padStart(32, '0')
    },
    nowMs: () => timers.nowMs(),
    wallMs: () => 1_000,
    after: (ms, run) => timers.after(ms, run),
    log: silentLog,
  })
  const start = (): void => {
    test.begin()
    timers.advance(10_000)
  }
  return {
    ...{ test, timers, facts, did, sent, told, start },
    collected: () => collected.resolve(WELL_FACTS),
    ringId: () => rings ?? '',
    value: () => sent.at(-1) ?? '',
  }
}

function found({ read }: { read: () => SelfTest }, step: string): unknown {
  const now = read()
  return now.is === 'over' ? now.report.steps.find((each) => each.step === step)?.found : now.is
}
const of = (test: SelfTestController) => ({ read: () => test.read() })

describe('ringing oneself', () => {
  it('counts down, sends, rings for what comes back, and reports what was seen', async () => {
    const { test, timers, did, sent, told, start, collected, value, ringId } = bench()
    expect(test.begin()).toBeNull()
    expect(test.read()).toEqual({ is: 'counting', leftMs: 10_000 })
    timers.advance(4_000)
    expect(test.read()).toEqual({ is: 'counting', leftMs: 6_000 })
    expect(sent).toEqual([])
    start()
    expect(sent).toHaveLength(1)
    timers.advance(30)
    test.returned(value())
    timers.advance(200)
    test.proven(ringId(), 'shown')
    test.noticed({ is: 'shown' })
    test.heard(0.25)
    test.proven(ringId(), 'sounding')
    expect(test.answered(ringId())).toBe(true)
    collected()
    await settled()
    expect(did).toEqual(['put away', 'put away', 'rings', 'silent', 'front'])
    const over = test.read()
    expect(over).toMatchObject({ is: 'over', report: { atMs: 1_000, answered: true } })
    expect(['server', 'window', 'notification', 'sound'].map((step) => found(of(test), step))).toEqual([
      ...['returned', 'shown', 'shown', 'heard'],
    ])
    // What is told passes the contract's check.
    for (const now of [...told, over]) expect(selfTestSchema.safeParse(now).success).toBe(true)
    expect(timers.pending).toBe(0)
  })

  it('is a ring of its own: its id is not the value that went through the server', () => {
    const { test, start, value, ringId } = bench()
    start()
    const went = value()
    test.returned(went)
    expect(ringId()).not.toBe(went)
    expect([test.isTest(ringId()), test.isTest(went)]).toEqual([true, false])
  })

  it('takes each value once, and a new one each time', () => {
    const { test, timers, did, sent, start, value } = bench()
    start()
    const first = value()
    test.returned(first)
    test.cancel()
    start()
    test.returned(first)
    expect(did.filter((what) => what === 'rings')).toHaveLength(1)
    expect(new Set(sent).size).toBe(2)
    timers.advance(29_999)
    test.returned(value())
    expect(did.filter((what) => what === 'rings')).toHaveLength(2)
  })

  it('rings for nothing that was forged, came late or was never asked for', async () => {
    const { test, timers, did, start, value, collected } = bench()
    const forged = 'f'.repeat(32)
    test.returned(forged)
    test.begin()
    test.returned(forged)
    start()
    test.returned(forged)
    timers.advance(30_000)
    collected()
    await settled()
    test.returned(value())
    expect(did).not.toContain('rings')
    expect(found(of(test), 'server')).toBe('not-returned')
  })

  it.each(['in-call', 'rings'] as const)('is refused: %s', (why) => {
    const { test, facts, did, timers } = bench()
    facts.refusal = why
    expect(test.begin()).toBe(why)
    expect([did, timers.pending]).toEqual([[], 0])
  })

  it('gives way to a call that comes', () => {
    const { test, facts, did, start, value } = bench()
    start()
    test.returned(value())
    test.look()
    expect(test.read()).toEqual({ is: 'running', part: 'ringing' })
    facts.refusal = 'rings'
    test.look()
    expect(test.read()).toEqual({ is: 'interrupted' })
    expect(did.at(-1)).toBe('silent')
  })

  it('leaves the proof and the answer of a real call alone', () => {
    const { test, start, value } = bench()
    const call = 'c'.repeat(32)
    expect([test.proven(call, 'shown'), test.answered(call)]).toEqual([false, false])
    start()
    test.returned(value())
    expect([test.proven(call, 'shown'), test.answered(call)]).toEqual([false, false])
    expect(test.read()).toEqual({ is: 'running', part: 'ringing' })
  })

  it('is not shown by a window of ours that is looked at', async () => {
    const { test, timers, facts, start, value, ringId, collected } = bench()
    start()
    test.returned(value())
    facts.focused = true
    test.proven(ringId(), 'shown')
    timers.advance(20_000)
    collected()
    await settled()
    expect(found(of(test), 'window')).toBe('not-shown')
  })

  it('stays quiet where it is not to disturb, and says so', async () => {
    const { test, facts, did, start, value, collected } = bench()
    facts.quiet = true
    start()
    test.returned(value())
    collected()
    await settled()
    expect(did).toEqual(['put away', 'put away', 'back'])
    expect(found(of(test), 'sound')).toBe('quiet')
  })

  it('says at once that it could not be sent, and rings only itself', async () => {
    const { test, start, value, collected } = bench()
    start()
    test.notSent('f'.repeat(32), 'not-taken')
    expect(test.read()).toEqual({ is: 'running', part: 'sending' })
    test.notSent(value(), 'not-taken')
    collected()
    await settled()
    expect(found(of(test), 'server')).toBe('not-taken')
  })

  it('keeps nobody waiting where there is no server', async () => {
    const { test, facts, did, collected } = bench()
    facts.reachable = false
    test.begin()
    collected()
    await settled()
    expect([did, found(of(test), 'server')]).toEqual([[], 'not-connected'])
  })
})
