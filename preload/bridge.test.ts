import { describe, expect, it } from 'vitest'
import { createBridge, type Wire } from './bridge'

type Heard = Parameters<Wire['on']>[1]

function fakeWire(answer: (channel: string, input: unknown) => Promise<unknown>) {
  const listeners = new Map<string, Set<Heard>>()
  const wire: Wire = {
    invoke: answer,
    on: (channel, heard) => listeners.set(channel, (listeners.get(channel) ?? new Set()).add(heard)),
    off: (channel, heard) => listeners.get(channel)?.delete(heard),
  }
  const send = (channel: string, payload: unknown): void => {
    for (const heard of listeners.get(channel) ?? []) heard({ sender: 'secret' }, payload)
  }
  return { wire, send }
}

const names = { commands: ['app.info'], events: ['reach.changed'] }

describe('a call', () => {
  it('goes out on the channel of its name, and its answer comes back', async () => {
    const { wire } = fakeWire((channel, input) => Promise.resolve({ channel, input }))
    expect(await createBridge(wire, names).call('app.info', { a: 1 })).toEqual({
      channel: 'parley.command:app.info',
      input: { a: 1 },
    })
  })

  it.each(['nope', 'reach.changed', 'toString', '__proto__', ''])(
    'of the unknown name "%s" stays here',
    async (name) => {
      const { wire } = fakeWire(() => Promise.reject(new Error('was sent')))
      expect(await createBridge(wire, names).call(name)).toMatchObject({ ok: false, code: 'bad-input' })
    },
  )

  it('never rejects', async () => {
    const { wire } = fakeWire(() => Promise.reject(new TypeError('could not be cloned')))
    expect(await createBridge(wire, names).call('app.info')).toEqual({
      ok: false,
      code: 'internal',
      detail: 'TypeError',
    })
  })
})

describe('an event', () => {
  it('is heard without the event object, until its undo, which may be called twice', () => {
    const { wire, send } = fakeWire(() => Promise.resolve())
    const heard: unknown[][] = []
    const stop = createBridge(wire, names).on('reach.changed', (...all) => heard.push(all))
    send('parley.event:reach.changed', 1)
    stop()
    stop()
    send('parley.event:reach.changed', 2)
    expect(heard).toEqual([[1]])
  })

  it.each(['nope', 'app.info', 'constructor'])('of the unknown name "%s" is a bug of ours', (name) => {
    const { wire } = fakeWire(() => Promise.resolve())
    expect(() => createBridge(wire, names).on(name, () => undefined)).toThrow('unknown event')
  })
})
