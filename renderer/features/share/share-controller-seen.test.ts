import { describe, expect, it } from 'vitest'
import { DEFAULT_MANNER } from '../../../shared/model/share'
import { CALL, LETTER, PLAN, shareBench } from './testing/share-bench'

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
    expect(store.getState().own).toMatchObject({
      ...{ seen: null, trouble: 'stuck', remedies: ['lower-resolution'] },
    })
    expect(bar()?.isTroubled).toBe(true)
    share.remedy('lower-resolution')
    expect(store.getState().manner.limit).toBe('720p')
  })

  it('is said also where nothing leaves of a small window, and is no word on the next one', async () => {
    const { go, share, clock, store, bar } = await shareBench()
    await go(PLAN)
    await clock.advance(250)
    for (let look = 0; look < 3; look += 1) share.measured(null, { given: 15, sent: 0 })
    expect(store.getState().own).toMatchObject({ trouble: 'stuck', remedies: [] })
    expect(bar()?.isTroubled).toBe(true)
    await go(LETTER)
    await clock.advance(250)
    expect(store.getState().own).toMatchObject({ title: 'Letter', trouble: null })
  })

  it('is unknown again once they say nothing for a while, as where the line is down', async () => {
    const { go, share, store } = await shareBench()
    await go(PLAN)
    share.seen(CALL.callId, 1, seen)
    for (let look = 0; look < 3; look += 1) share.measured(null, null)
    share.seen(CALL.callId, 1, seen)
    for (let look = 0; look < 3; look += 1) share.measured(null, null)
    expect(store.getState().own).toMatchObject({ seen })
    share.measured(null, null)
    expect(store.getState().own).toMatchObject({ seen: null })
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
