import { describe, expect, it } from 'vitest'
import { LETTER, PLAN, shareBench } from './testing/share-bench'

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

  it('because its window gives no frames any more, which a browser says in no other way, goes on by itself', async () => {
    const { go, clock, own, share } = await shareBench()
    const capture = await go(PLAN)
    const stats = { deliveredFrames: 0 }
    Object.assign(capture.picture, { stats })
    const give = async (looks: number, frames: number) => {
      for (let look = 0; look < looks; look += 1) {
        stats.deliveredFrames += frames
        await clock.advance(250)
      }
    }
    await give(12, 4)
    await give(8, 0)
    expect(own()?.said.held).toBeNull()
    await give(1, 0)
    expect(own()).toMatchObject({ picture: null, said: { held: 'hidden' } })
    expect(capture.isAwake()).toBe(true)
    await give(1, 1)
    expect(own()).toMatchObject({ picture: capture.picture, said: { held: null } })
    share.pause()
    await give(40, 0)
    share.resume()
    await give(1, 0)
    expect(own()?.said.held).toBeNull()
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

  it('follows a mode that was set while the capture was on its way', async () => {
    const { pick, share, give, own } = await shareBench()
    await pick()
    share.preview(PLAN)
    share.start()
    share.setManner({ mode: 'motion', motionFps: 60, limit: 'native' })
    const capture = await give()
    expect(capture.wishes[capture.wishes.length - 1]).toMatchObject({ maxFps: 60 })
    expect(own()?.picture?.contentHint).toBe('motion')
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
