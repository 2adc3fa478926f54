import { describe, expect, it } from 'vitest'
import { PLAN, shareBench } from './testing/share-bench'

describe('a shared window that closes', () => {
  const successor = { id: 'window:33:0', dialogue: '1'.repeat(16), title: 'Plan' }

  it('keeps its last picture for a while, and then the share is over', async () => {
    const { go, own, store, clock, leftovers } = await shareBench()
    const capture = await go(PLAN)
    capture.endBySystem()
    // Older versions know only that it is hidden.
    expect(own()).toMatchObject({ picture: null, said: { held: 'hidden', closed: true } })
    expect(store.getState().own).toMatchObject({ is: 'lost', title: 'Plan', successor: null })
    await clock.advance(59_000)
    expect(store.getState().own.is).toBe('lost')
    await clock.advance(1_000)
    expect(store.getState().own.is).toBe('none')
    expect(leftovers()).toEqual([])
  })

  it('goes on with its successor at one press', async () => {
    const { go, own, store, clock, desktop, bar, give } = await shareBench()
    const first = await go(PLAN)
    desktop.emit('share.facts', { id: PLAN, is: 'gone', successor: null })
    await clock.settle()
    expect(first.isOpen()).toBe(false)
    expect(bar()).toMatchObject({ title: 'Plan', held: 'lost' })
    await clock.advance(2_000)
    desktop.emit('share.facts', { id: PLAN, is: 'gone', successor })
    expect(store.getState().own).toMatchObject({ is: 'lost', successor: { title: 'Plan' } })
    expect(bar()).toMatchObject({ held: 'came-back', waits: { otherTitle: null } })
    desktop.emit('share.facts', { id: PLAN, is: 'gone', successor: null }) // closed again
    expect(bar()).toMatchObject({ held: 'lost' })
    desktop.emit('share.facts', { id: PLAN, is: 'gone', successor })
    desktop.emit('bar.pressed', { press: 'go-on' })
    desktop.emit('bar.pressed', { press: 'go-on' })
    const next = await give()
    expect(desktop.asked.filter(({ name }) => name === 'share.choose').pop()?.input).toEqual({
      source: { id: successor.id, dialogue: successor.dialogue },
      sound: false,
    })
    expect(own()).toMatchObject({ picture: next.picture, said: { epoch: 2, title: 'Plan', held: null } })
  })

  it('is gone on with under another title, once that was read', async () => {
    const { go, own, clock, desktop, bar, give, share, capture } = await shareBench()
    await go(PLAN)
    desktop.emit('share.facts', { id: PLAN, is: 'gone', successor: { ...successor, title: 'Report' } })
    expect(bar()).toMatchObject({ title: 'Plan', waits: { otherTitle: 'Report' } })
    const other = { ...successor, id: 'window:44:0', title: 'Mail' }
    desktop.emit('share.facts', { id: PLAN, is: 'gone', successor: other })
    share.goOn() // meant for the one that stood there a moment ago
    await clock.settle()
    expect(capture.waiting).toEqual([])
    await clock.advance(700)
    share.goOn()
    await give()
    expect(own()?.said).toMatchObject({ title: 'Mail', held: null })
    expect(own()?.said.closed).toBeUndefined()
    expect(bar()).toMatchObject({ title: 'Mail', sourceId: other.id })
  })

  it('is waited for long enough to read an offer that comes late, but not for ever', async () => {
    const { go, store, clock, desktop } = await shareBench()
    await go(PLAN)
    const offer = (of: typeof successor | null) =>
      desktop.emit('share.facts', { id: PLAN, is: 'gone', successor: of })
    offer(null)
    await clock.advance(59_000)
    offer(successor)
    await clock.advance(29_000)
    expect(store.getState().own.is).toBe('lost')
    for (let turn = 0; turn < 40 && store.getState().own.is === 'lost'; turn += 1) {
      offer(null)
      offer({ ...successor, id: `window:${turn + 50}:0` })
      await clock.advance(1_000)
    }
    expect(store.getState().own.is).toBe('none')
    expect(clock.now()).toBeLessThan(125_000)
  })

  it('has all the time its successor needs once that was pressed, and more where it fails', async () => {
    const { go, own, store, clock, desktop, share, capture } = await shareBench()
    await go(PLAN)
    desktop.emit('share.facts', { id: PLAN, is: 'gone', successor })
    await clock.advance(59_000)
    share.goOn()
    await clock.advance(5_000)
    expect(own()?.said.title).toBe('Plan')
    capture.waiting[0]?.refuse('source-gone')
    await clock.advance(29_000)
    expect(store.getState().own.is).toBe('lost')
    await clock.advance(1_000)
    expect(store.getState().own.is).toBe('none')
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
      own: { is: 'lost', successor: null },
      failure: 'source-gone',
    })
  })
})
