import { describe, expect, it } from 'vitest'
import { MEMORY_DIALOGUE } from '../../platform/memory-desktop'
import { CALL, LETTER, PLAN, shareBench, SOURCES } from './testing/share-bench'

describe('picking', () => {
  it('opens at once, before main has answered', async () => {
    const { share, store, clock, desktop } = await shareBench()
    share.open()
    expect(store.getState().picker).toMatchObject({ purpose: 'start', list: { is: 'loading' } })
    await clock.settle()
    expect(desktop.asked.filter(({ name }) => name === 'share.openPicker')).toHaveLength(1)
  })

  it('keeps a list that came before the answer', async () => {
    const { share, store, clock, list } = await shareBench()
    share.open()
    list()
    await clock.settle()
    expect(store.getState().picker?.list).toMatchObject({ is: 'listed' })
  })

  it('closes a dialogue that is answered after it was cancelled', async () => {
    const bench = await shareBench()
    bench.share.open()
    bench.share.cancel()
    await bench.clock.settle()
    expect(bench.store.getState().picker).toBeNull()
    expect(bench.leftovers()).toEqual([])
  })

  it('says so where main gives no list', async () => {
    const { desktop, share, store, clock } = await shareBench()
    desktop.refuse('share.openPicker', 'internal')
    share.open()
    await clock.settle()
    expect(store.getState().picker?.list).toEqual({ is: 'failed' })
  })

  it('does nothing without a call', async () => {
    const { share, store, desktop, clock } = await shareBench()
    share.follow(null)
    share.open()
    await clock.settle()
    expect(store.getState().picker).toBeNull()
    expect(desktop.asked.some(({ name }) => name === 'share.openPicker')).toBe(false)
  })
})

describe('the preview', () => {
  it('is the capture of the selected source, and nothing is sent', async () => {
    const { pick, share, give, store, told, desktop } = await shareBench()
    await pick()
    share.preview(PLAN)
    expect(store.getState().picker?.preview).toEqual({ is: 'opening', sourceId: PLAN })
    const { picture } = await give()
    expect(store.getState().picker?.preview).toEqual({ is: 'open', sourceId: PLAN, track: picture })
    expect(desktop.asked.filter(({ name }) => name === 'share.choose')).toMatchObject([
      { input: { source: { dialogue: MEMORY_DIALOGUE, id: PLAN }, sound: false } },
    ])
    expect(told).toEqual([])
  })

  it('is one at a time: it closes when the selection moves, and when the picker closes', async () => {
    const { pick, share, give, leftovers, clock } = await shareBench()
    await pick()
    share.preview(PLAN)
    const first = await give()
    share.preview(LETTER)
    expect(first.isOpen()).toBe(false)
    const second = await give()
    expect(second.isOpen()).toBe(true)
    share.cancel()
    await clock.settle()
    expect(leftovers()).toEqual([])
  })

  it('that comes late is closed, and asks for the next one only then', async () => {
    const { pick, share, give, capture, clock, store } = await shareBench()
    await pick()
    share.preview(PLAN)
    await clock.settle()
    share.preview(LETTER)
    await clock.settle()
    expect(capture.waiting).toHaveLength(1)
    const late = await give()
    expect(late.isOpen()).toBe(false)
    await give()
    expect(store.getState().picker?.preview).toMatchObject({ is: 'open', sourceId: LETTER })
  })

  it('of an id that the list has not is never opened', async () => {
    const { pick, share, clock, capture, desktop } = await shareBench()
    await pick()
    share.preview('window:666:0')
    await clock.settle()
    expect(capture.waiting).toEqual([])
    expect(desktop.asked.some(({ name }) => name === 'share.choose')).toBe(false)
  })

  it('of a window that closed says so, and can be tried again', async () => {
    const { pick, share, give, store, list, capture, clock } = await shareBench()
    await pick()
    share.preview(PLAN)
    const opened = await give()
    list(SOURCES.slice(1))
    expect(store.getState().picker?.preview).toEqual({ is: 'failed', sourceId: PLAN, code: 'source-gone' })
    expect(opened.isOpen()).toBe(false)
    share.start()
    expect(store.getState().own.is).toBe('none')
    share.preview(LETTER)
    await clock.settle()
    capture.waiting[0]?.refuse()
    await clock.settle()
    expect(store.getState().picker?.preview).toMatchObject({ is: 'failed', code: 'share-failed' })
    share.preview(LETTER)
    await give()
    expect(store.getState().picker?.preview.is).toBe('open')
  })
})

describe('sharing', () => {
  it('sends the very capture that was previewed, and says which', async () => {
    const { go, own, store, bar, desktop } = await shareBench()
    const capture = await go(PLAN)
    expect(own()?.picture).toBe(capture.picture)
    expect(own()?.said).toEqual({
      ...{ epoch: 1, kind: 'window', title: 'Plan', mode: 'text', held: null, sound: false },
    })
    expect(store.getState()).toMatchObject({ picker: null, own: { is: 'live', title: 'Plan', held: null } })
    expect(store.getState().ownTrack).toBe(capture.picture)
    expect(bar()).toMatchObject({ sourceId: PLAN, title: 'Plan', held: null })
    expect(desktop.asked.filter(({ name }) => name === 'share.closePicker')).toHaveLength(1)
    expect(store.getState().lately).toEqual(['Plan', 'writer'])
  })

  it('pressed before the preview is there begins with it', async () => {
    const { pick, share, give, own, store } = await shareBench()
    await pick()
    share.preview(PLAN)
    share.start()
    expect(store.getState().picker?.starting).toBe(true)
    const capture = await give()
    expect(own()?.picture).toBe(capture.picture)
  })

  it('of a window that closes between press and picture shares nothing', async () => {
    const { pick, share, clock, capture, store, told } = await shareBench()
    await pick()
    share.preview(PLAN)
    share.start()
    await clock.settle()
    capture.waiting[0]?.refuse('source-gone')
    await clock.settle()
    expect(store.getState().picker).toMatchObject({ starting: false, preview: { is: 'failed' } })
    expect(told).toEqual([])
  })

  it('switches without a gap: the old one goes on until the new one is there', async () => {
    const { go, pick, share, give, own, store, clock } = await shareBench()
    const plan = await go(PLAN)
    const since = store.getState().own
    await pick()
    expect(store.getState().picker?.purpose).toBe('switch')
    share.preview(LETTER)
    expect(plan.isOpen()).toBe(true)
    const letter = await give()
    expect(own()?.picture).toBe(plan.picture)
    share.start()
    expect(own()).toMatchObject({ picture: letter.picture, said: { epoch: 2, title: 'Letter' } })
    await clock.settle()
    expect(plan.isOpen()).toBe(false)
    expect(store.getState().own).toMatchObject({ sinceMs: since.is === 'live' ? since.sinceMs : -1 })
    expect(store.getState().lately).toEqual(['Letter', 'writer', 'Plan'])
  })

  it.each(['stopped', 'switched'])(
    'a capture that is %s stays open for as long as it is sent',
    async (how) => {
      const { go, pick, share, give, clock, slowSender } = await shareBench()
      const plan = await go(PLAN)
      await pick()
      share.preview(LETTER)
      await give()
      const letGo = slowSender()
      if (how === 'stopped') share.stop()
      else share.start()
      await clock.settle()
      expect(plan.isOpen()).toBe(true)
      letGo()
      await clock.settle()
      expect(plan.isOpen()).toBe(false)
    },
  )

  it('goes on where the picker is cancelled', async () => {
    const { go, pick, share, give, own } = await shareBench()
    const plan = await go(PLAN)
    await pick()
    share.preview(LETTER)
    const letter = await give()
    share.cancel()
    expect(own()?.picture).toBe(plan.picture)
    expect(letter.isOpen()).toBe(false)
    expect(plan.isOpen()).toBe(true)
  })
})

describe('an end', () => {
  it('by Stop leaves nothing, wherever it comes from', async () => {
    const bench = await shareBench()
    await bench.go(PLAN)
    await bench.pick()
    bench.share.preview(LETTER)
    await bench.give()
    bench.desktop.emit('bar.pressed', { press: 'stop' })
    await bench.clock.settle()
    expect(bench.store.getState()).toMatchObject({ picker: null, own: { is: 'none' } })
    expect(bench.leftovers()).toEqual([])
  })

  it.each(['picking', 'previewing', 'opening a preview', 'starting', 'live', 'paused', 'lost'] as const)(
    'of the call leaves nothing while %s',
    async (when) => {
      const bench = await shareBench()
      if (when === 'live' || when === 'paused' || when === 'lost') {
        const capture = await bench.go(PLAN)
        if (when === 'paused') bench.share.pause()
        if (when === 'lost') capture.endBySystem()
      } else await bench.pick()
      if (when === 'previewing' || when === 'opening a preview' || when === 'starting') {
        bench.share.preview(PLAN)
        if (when === 'previewing') await bench.give()
        if (when === 'starting') bench.share.start()
      }
      bench.share.follow(null)
      await bench.clock.settle()
      if (bench.capture.waiting.length > 0) await bench.give()
      expect(bench.store.getState()).toMatchObject({ picker: null, own: { is: 'none' }, failure: null })
      expect(bench.leftovers()).toEqual([])
    },
  )

  it('of the call ends the share there, and another call begins with none', async () => {
    const { go, share, told, own } = await shareBench()
    await go(PLAN)
    share.follow({ callId: 'd'.repeat(32), person: 'e'.repeat(32) })
    expect(told[told.length - 1]).toEqual({ callId: CALL.callId, own: null })
    expect(own()).toBeNull()
  })

  it('of a connection whose call is taken up by the same person takes the share along', async () => {
    const { go, share, told } = await shareBench()
    const capture = await go(PLAN)
    const again = { ...CALL, callId: 'd'.repeat(32) }
    share.follow(again)
    expect(told.slice(-2)).toMatchObject([
      { callId: CALL.callId, own: null },
      { callId: again.callId, own: { picture: capture.picture } },
    ])
    expect(capture.isOpen()).toBe(true)
  })
})
