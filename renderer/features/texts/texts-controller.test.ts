import { describe, expect, it } from 'vitest'
import { MAX_TEXT_CHARS, type CallMessageOf } from '../../../shared/protocol/call-messages'
import { MAX_TEXT_LINES } from '../../../shared/protocol/limits'
import { createFakeClock } from '../../platform/fakes/fake-clock'
import { silentLog } from '../../platform/log'
import { GIVE_UP_MS, createTextsController, type TextsDeps } from './texts-controller'
import { createTextsStore } from './texts-store'

const CALL = { callId: '1'.repeat(32), person: 'b'.repeat(32) }
const head: Omit<CallMessageOf<'text'>, 't' | 'seq' | 'text'> = {
  ...{ v: 1, path: 1, role: 'callee', name: 'Ben' },
  ...{ callId: CALL.callId, from: CALL.person, to: 'a'.repeat(32) },
}

function setUp() {
  const clock = createFakeClock()
  const store = createTextsStore()
  const said: Parameters<TextsDeps['say']>[1][] = []
  const channel = { open: true }
  const controller = createTextsController({
    ...{ clock, store, log: silentLog },
    say: (_, content) => {
      if (!channel.open) return null
      return said.push(content)
    },
  })
  controller.follow(CALL, [CALL.callId])
  let seq = 0
  return {
    ...{ clock, store, said, channel, controller },
    texts: () => said.flatMap((content) => (content.t === 'text' ? [content.text] : [])),
    states: () => store.getState().lines.map(({ text, state }) => [text, state]),
    arrives: (text: string) => {
      seq += 1
      controller.hear(CALL.callId, { ...head, t: 'text', seq, text })
      return seq
    },
    confirms: (of: number) =>
      controller.hear(CALL.callId, { ...head, t: 'text-received', seq: 9_000 + of, of }),
  }
}

describe('a text of ours', () => {
  it('is sending until the other side has it', () => {
    const { controller, states, texts, confirms } = setUp()
    expect(controller.commands.send('  hello  ')).toBe(true)
    expect(texts()).toEqual(['hello'])
    expect(states()).toEqual([['hello', 'sending']])
    confirms(1)
    expect(states()).toEqual([['hello', 'delivered']])
  })

  it('waits while there is no channel, and keeps its place', async () => {
    const { controller, channel, clock, states, texts, confirms } = setUp()
    channel.open = false
    controller.commands.send('one')
    controller.commands.send('two')
    await clock.advance(10_000)
    expect(texts()).toEqual([])
    channel.open = true
    await clock.advance(1_000)
    expect(texts()).toEqual(['one', 'two'])
    confirms(1)
    confirms(2)
    expect(states()).toEqual([
      ['one', 'delivered'],
      ['two', 'delivered'],
    ])
    expect(clock.waiting()).toBe(0)
  })

  it('goes out as soon as the call is connected again', () => {
    const { controller, channel, texts } = setUp()
    channel.open = false
    controller.commands.send('one')
    channel.open = true
    controller.follow(CALL, [CALL.callId])
    expect(texts()).toEqual(['one'])
  })

  it('fails where nobody confirms it, can be sent again, and is delivered after all if that comes late', async () => {
    const { controller, clock, states, texts, confirms, store } = setUp()
    controller.commands.send('one')
    await clock.advance(GIVE_UP_MS + 1_000)
    expect(states()).toEqual([['one', 'failed']])
    expect(clock.waiting()).toBe(0)
    controller.commands.retry(store.getState().lines[0]?.key ?? '')
    expect(texts()).toEqual(['one', 'one'])
    confirms(1)
    expect(states()).toEqual([['one', 'delivered']])
  })

  it.each([
    ['nothing', ' \n\u200b '],
    ['more than a message takes', 'x'.repeat(MAX_TEXT_CHARS + 1)],
  ])('is refused where it is %s', (_, text) => {
    const { controller, states } = setUp()
    expect(controller.commands.send(text)).toBe(false)
    expect(states()).toEqual([])
  })

  it('never comes so fast that the other side drops it', async () => {
    const ours = setUp()
    const theirs = setUp()
    for (let n = 0; n < 60; n += 1) ours.controller.commands.send(`line ${n}`)
    for (let second = 0; second < 60; second += 1) {
      for (const text of ours.texts().slice(theirs.store.getState().lines.length)) theirs.arrives(text)
      await ours.clock.advance(1_000)
      await theirs.clock.advance(1_000)
    }
    expect(theirs.store.getState()).toMatchObject({ flooded: false })
    expect(theirs.store.getState().lines).toHaveLength(60)
  })
})

describe('a text of theirs', () => {
  it('is cleaned, counted until it is seen, and confirmed', () => {
    const { controller, arrives, said, store, states } = setUp()
    const seq = arrives('a\u202eb\u0007')
    expect(states()).toEqual([['ab', 'received']])
    expect(said).toEqual([{ t: 'text-received', of: seq }])
    expect(store.getState().unseen).toBe(1)
    controller.commands.seen()
    expect(store.getState().unseen).toBe(0)
  })

  it('is confirmed later where the channel has just gone', async () => {
    const { arrives, channel, said, clock } = setUp()
    channel.open = false
    arrives('one')
    arrives('two')
    channel.open = true
    await clock.advance(1_000)
    expect(said).toEqual([
      { t: 'text-received', of: 1 },
      { t: 'text-received', of: 2 },
    ])
    await clock.advance(5_000)
    expect(said).toHaveLength(2)
    expect(clock.waiting()).toBe(0)
  })

  it('is dropped and not confirmed where there are too many, and that is said', async () => {
    const { arrives, said, store, clock } = setUp()
    for (let n = 0; n < 5_000; n += 1) arrives('x'.repeat(MAX_TEXT_CHARS))
    expect(store.getState()).toMatchObject({ flooded: true, unseen: 20 })
    expect(said).toHaveLength(20)
    await clock.advance(10_000)
    arrives('calm again')
    expect(store.getState().lines).toHaveLength(21)
  })

  it('pushes out the oldest of very many', async () => {
    const { arrives, store, clock } = setUp()
    for (let n = 0; n < MAX_TEXT_LINES + 50; n += 1) {
      arrives(`line ${n}`)
      await clock.advance(500)
    }
    expect(store.getState().lines).toHaveLength(MAX_TEXT_LINES)
    expect(store.getState().lines[0]?.text).toBe('line 50')
  })

  it('of another call is nobody’s', () => {
    const { controller, states } = setUp()
    controller.hear('2'.repeat(32), { ...head, t: 'text', seq: 1, text: 'hello' })
    expect(states()).toEqual([])
  })
})

describe('the end of the call', () => {
  it('leaves only what was not delivered, until the call leaves the screen', () => {
    const { controller, arrives, confirms, states, store, clock } = setUp()
    controller.commands.send('arrived')
    confirms(1)
    controller.commands.send('lost')
    arrives('theirs')
    controller.follow(null, [CALL.callId])
    expect(states()).toEqual([['lost', 'failed']])
    expect(store.getState()).toMatchObject({ callId: null, unseen: 0 })
    expect(clock.waiting()).toBe(0)
    controller.follow(null, [])
    expect(states()).toEqual([])
  })

  it('lets nothing be sent after it', () => {
    const { controller } = setUp()
    controller.follow(null, [CALL.callId])
    expect(controller.commands.send('hello')).toBe(false)
  })

  it('forgets all when the next call is with somebody else', () => {
    const { controller, arrives, states } = setUp()
    arrives('secret')
    controller.follow({ callId: '2'.repeat(32), person: 'c'.repeat(32) }, [])
    expect(states()).toEqual([])
  })

  it('is none where the same call goes on under another number', () => {
    const { controller, arrives, states, texts } = setUp()
    arrives('theirs')
    controller.commands.send('ours')
    controller.follow({ ...CALL, callId: '2'.repeat(32) }, [])
    expect(states()).toEqual([
      ['theirs', 'received'],
      ['ours', 'sending'],
    ])
    expect(texts()).toEqual(['ours', 'ours'])
  })
})
