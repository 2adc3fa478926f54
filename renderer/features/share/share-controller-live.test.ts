import { describe, expect, it } from 'vitest'
import { DEFAULT_MANNER } from '../../../shared/model/share'
import { CALL, LETTER, PLAN, shareBench } from './testing/share-bench'

describe('a share that is held', () => {
  it('by the user rests the encoder and its sound, and goes on at a press', async () => {
    const { go, desktop, own, store, bar } = await shareBench()
    const capture = await go(PLAN)
    desktop.emit('bar.pressed', { press: 'pause' })
    expect(own()).toMatchObject({ picture: null, sound: null, said: { held: 'paused', epoch: 1 } })
    expect(store.getState().own).toMatchObject({ held: 'paused' })
    expect(bar()).toMatchObject({ held: 'paused' })
    expect(capture.isOpen()).toBe(true)
    desktop.emit('bar.pressed', { press: 'resume' })
    expect(own()).toMatchObject({ picture: capture.picture, said: { held: null } })
  })

  it('because its window gives 2 × 2 pixels goes on by itself', async () => {
    const { go, clock, own, store } = await shareBench()
    const capture = await go(PLAN)
    await clock.advance(250)
    expect(store.getState().own).toMatchObject({ size: { width: 800, height: 600 } })
    capture.become({ width: 2, height: 2 })
    await clock.advance(250)
    expect(own()).toMatchObject({ picture: null, said: { held: 'hidden' } })
    expect(capture.isAwake()).toBe(true)
    capture.become({ width: 800, height: 600 })
    await clock.advance(250)
    expect(own()).toMatchObject({ picture: capture.picture, said: { held: null } })
    expect(capture.isAwake()).toBe(false)
  })

  it.each([
    [{ width: 1, height: 1 }, 'hidden'],
    [{ width: 900, height: 2 }, 'hidden'],
    [{ width: 3, height: 3 }, null],
    [null, null],
  ])('of the size %o is held as %s', async (size, held) => {
    const { go, clock, own } = await shareBench()
    const capture = await go(PLAN)
    capture.become(size)
    await clock.advance(250)
    expect(own()?.said.held).toBe(held)
  })

  it('for several reasons shows the one that a person can do something about, and lives when none is left', async () => {
    const { go, clock, desktop, share, own } = await shareBench()
    const capture = await go(PLAN)
    const facts = (is: 'shown' | 'minimised' | 'other-desktop') =>
      desktop.emit('share.facts', { id: PLAN, is, successor: null })
    capture.become({ width: 2, height: 2 })
    await clock.advance(250)
    facts('minimised')
    expect(own()?.said.held).toBe('minimised')
    desktop.emit('share.locked', { locked: true })
    expect(own()?.said.held).toBe('locked')
    share.pause()
    expect(own()?.said.held).toBe('paused')
    share.resume()
    desktop.emit('share.locked', { locked: false })
    facts('other-desktop')
    expect(own()?.said.held).toBe('other-desktop')
    facts('shown')
    expect(own()?.said.held).toBe('hidden')
    capture.become({ width: 800, height: 600 })
    await clock.advance(250)
    expect(own()?.said.held).toBeNull()
  })

  it('ignores facts of another source', async () => {
    const { go, desktop, own } = await shareBench()
    await go(PLAN)
    desktop.emit('share.facts', { id: LETTER, is: 'minimised', successor: null })
    expect(own()?.said.held).toBeNull()
  })
})

describe('a shared window that closes', () => {
  const successor = { id: 'window:33:0', dialogue: '1'.repeat(16) }

  it('keeps its last picture for a while, and then the share is over', async () => {
    const { go, own, store, clock, leftovers } = await shareBench()
    const capture = await go(PLAN)
    capture.endBySystem()
    expect(own()).toMatchObject({ picture: null, said: { held: 'hidden' } })
    expect(store.getState().own).toMatchObject({ is: 'lost', title: 'Plan', hasSuccessor: false })
    await clock.advance(15_000)
    expect(store.getState().own.is).toBe('none')
    expect(leftovers()).toEqual([])
  })

  it('goes on with its successor at one press', async () => {
    const { go, own, store, clock, desktop, share, give } = await shareBench()
    const first = await go(PLAN)
    desktop.emit('share.facts', { id: PLAN, is: 'gone', successor: null })
    expect(first.isOpen()).toBe(false)
    await clock.advance(2_000)
    desktop.emit('share.facts', { id: PLAN, is: 'gone', successor })
    expect(store.getState().own).toMatchObject({ is: 'lost', hasSuccessor: true })
    share.goOn()
    share.goOn()
    const next = await give()
    expect(desktop.asked.filter(({ name }) => name === 'share.choose').pop()?.input).toEqual({
      source: successor,
      sound: false,
    })
    expect(own()).toMatchObject({ picture: next.picture, said: { epoch: 2, title: 'Plan', held: null } })
  })

  it('whose successor is gone too says so', async () => {
    const { go, store, clock, desktop, share, capture } = await shareBench()
    await go(PLAN)
    desktop.emit('share.facts', { id: PLAN, is: 'gone', successor })
    share.goOn()
    await clock.settle()
    capture.waiting[0]?.refuse('source-gone')
    await clock.settle()
    expect(store.getState()).toMatchObject({
      own: { is: 'lost', hasSuccessor: false },
      failure: 'source-gone',
    })
  })
})

describe("the system's own picker", () => {
  const system = { picker: 'system' } as const

  it('is asked at once, and what it gives is shared', async () => {
    const { share, give, own, desktop, store } = await shareBench(system)
    share.open()
    expect(store.getState().picker).toBeNull()
    const capture = await give()
    expect(own()?.picture).toBe(capture.picture)
    expect(desktop.asked.filter(({ name }) => name === 'share.choose')).toMatchObject([
      { input: { source: null } },
    ])
    expect(desktop.asked.some(({ name }) => name === 'share.openPicker')).toBe(false)
  })

  it('that a person closes is no failure; one that refuses at once is', async () => {
    const { share, clock, capture, store, leftovers } = await shareBench(system)
    share.open()
    await clock.advance(2_000)
    capture.waiting[0]?.refuse()
    await clock.settle()
    expect(store.getState().failure).toBeNull()
    share.open()
    await clock.settle()
    capture.waiting[0]?.refuse()
    await clock.settle()
    expect(store.getState().failure).toBe('share-refused')
    expect(leftovers()).toEqual([])
    share.forgetFailure()
    expect(store.getState().failure).toBeNull()
  })

  it('has a Stop of its own', async () => {
    const { share, give, store, leftovers } = await shareBench(system)
    share.open()
    const capture = await give()
    capture.endBySystem()
    expect(store.getState().own.is).toBe('none')
    expect(leftovers()).toEqual([])
  })
})

describe('how it is sent', () => {
  it('follows the mode, at the capture, the track and the sender', async () => {
    const { go, share, own } = await shareBench()
    const capture = await go(PLAN)
    expect(capture.picture.contentHint).toBe('text')
    share.setManner({ mode: 'motion', motionFps: 60, limit: '720p' })
    expect(capture.wishes[capture.wishes.length - 1]).toMatchObject({ maxFps: 60 })
    expect(capture.picture.contentHint).toBe('motion')
    expect(own()).toMatchObject({ limits: { maxFramerate: 60, degradation: 'balanced' } })
    expect(own()?.said.mode).toBe('motion')
  })

  it('50 changes of size a second set the sender at most four times', async () => {
    const { go, clock, told } = await shareBench()
    const capture = await go(PLAN)
    const before = told.length
    for (let change = 0; change < 50; change += 1) {
      capture.become({ width: 1_000 + change * 40, height: 1_000 + change * 20 })
      await clock.advance(20)
    }
    expect(told.length - before).toBeLessThanOrEqual(4)
  })

  it('lets the camera step back on a thin line, and sends fewer frames', async () => {
    const { go, share, own } = await shareBench()
    await go(PLAN)
    expect(own()?.camera).toBeNull()
    share.measured(300_000, null)
    expect(own()).toMatchObject({ camera: { maxBitrate: 120_000 }, limits: { maxFramerate: 5 } })
    share.measured(6_000_000, null)
    expect(own()?.camera).toBeNull()
  })

  it('with sound asks for the capture again', async () => {
    const { pick, share, give, own } = await shareBench({ systemSound: { is: 'available' } })
    await pick()
    share.preview(PLAN)
    const silent = await give()
    share.setSound(true)
    expect(silent.isOpen()).toBe(false)
    const loud = await give()
    share.start()
    expect(own()).toMatchObject({ sound: loud.sound, said: { sound: true } })
  })

  it('never takes sound where the system can only echo', async () => {
    const { pick, share, store, capture, clock } = await shareBench()
    await pick()
    share.setSound(true)
    share.preview(PLAN)
    await clock.settle()
    expect(store.getState().picker?.sound).toBe(false)
    expect(capture.waiting[0]?.wish.sound).toBe(false)
  })
})

describe('what the viewer sees', () => {
  const seen = { width: 400, height: 300, fps: 12, freezes: 0, frozenMs: 0 }

  it('is told to the presenter with what one press would do, and the press does it', async () => {
    const { go, share, clock, store, bar } = await shareBench()
    share.setManner({ ...DEFAULT_MANNER, mode: 'motion' })
    await go(PLAN)
    await clock.advance(250)
    share.seen(CALL.callId, 1, seen)
    expect(store.getState().own).toMatchObject({ seen, remedies: ['text-mode'] })
    expect(bar()).toMatchObject({ seen: '400 300 12', isTroubled: true })
    share.remedy('text-mode')
    expect(store.getState().manner.mode).toBe('text')
  })

  it('is nothing where the encoder fails: the presenter is told, and another manner is one press', async () => {
    const { go, share, clock, store, bar } = await shareBench()
    const capture = await go(PLAN)
    capture.become({ width: 1920, height: 1080 })
    await clock.advance(250)
    for (let look = 0; look < 3; look += 1) share.measured(null, { given: 15, sent: 0 })
    expect(store.getState().own).toMatchObject({ seen: null, remedies: ['lower-resolution'] })
    expect(bar()?.isTroubled).toBe(true)
    share.remedy('lower-resolution')
    expect(store.getState().manner.limit).toBe('720p')
  })

  it('of another share or call counts for nothing', async () => {
    const { go, share, store } = await shareBench()
    await go(PLAN)
    share.seen(CALL.callId, 2, seen)
    share.seen('d'.repeat(32), 1, seen)
    expect(store.getState().own).toMatchObject({ seen: null })
  })

  it('calls for one window instead of a screen by opening the picker', async () => {
    const { go, share, store } = await shareBench()
    await go(PLAN)
    share.remedy('choose-window')
    expect(store.getState().picker?.purpose).toBe('switch')
  })
})
