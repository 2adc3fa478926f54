import { describe, expect, it } from 'vitest'
import { COMMANDS, type CommandName } from '../shared/ipc/contract'
import { DEFAULT_SETTINGS } from '../shared/model/settings'
import { MAX_TEXT_CHARS } from '../shared/protocol/call-messages'
import { MAX_TEXT_LINES } from '../shared/protocol/limits'
import { fail, ok } from '../shared/result'
import { createDispatch, type Handlers } from './ipc-dispatch'
import { silentLog } from './log/log'

/** Every command refuses, except those that a test supplies. */
function handlersWith(some: Partial<Handlers>): Handlers {
  const refuse = (): Promise<never> => Promise.reject(new Error('not in this test'))
  const all = Object.fromEntries(Object.keys(COMMANDS).map((name) => [name, refuse]))
  return { ...(all as Record<CommandName, never>), ...some }
}

const ASKER = 7
const dispatchWith = (some: Partial<Handlers>, checkOutputs = true) => {
  const dispatch = createDispatch({ handlers: handlersWith(some), checkOutputs, log: silentLog })
  return (name: CommandName, input: unknown) => dispatch(name, input, ASKER)
}

describe('a command', () => {
  it('is answered by its handler with the input as the contract checked it', async () => {
    const dispatch = dispatchWith({
      'settings.change': (change) => ok({ ...DEFAULT_SETTINGS, name: change.name ?? 'none' }),
    })
    expect(await dispatch('settings.change', { name: 'Ana' })).toEqual(
      ok({ ...DEFAULT_SETTINGS, name: 'Ana' }),
    )
  })

  it.each([
    ['settings.change', { name: 7 }],
    ['settings.change', { name: 'a'.repeat(101) }],
    ['settings.change', { reach: { mode: 'anywhere', server: 'https://evil.org/', port: 1 } }],
    ['settings.change', null],
    ['app.info', { unexpected: true }],
    ['identity.sign', { purpose: 'anything', body: '' }],
    ['identity.sign', { purpose: 'call', body: 'x'.repeat(24 * 1024 + 1) }],
    ['visit.open', { server: 'https://a.org/' }],
    ['visit.open', { server: 'x'.repeat(513), via: null }],
    ['clipboard.write', { text: 'x'.repeat(MAX_TEXT_LINES * (MAX_TEXT_CHARS + 1) + 1) }],
    ['contacts.remove', { ids: ['short'] }],
  ] as const)('%s with input that breaks the contract never reaches its handler', async (name, input) => {
    let reached = false
    const spy = (): never => {
      reached = true
      throw new Error('reached')
    }
    const dispatch = dispatchWith({ [name]: spy })
    expect(await dispatch(name, input)).toMatchObject({ ok: false, code: 'bad-input' })
    expect(reached).toBe(false)
  })

  it('says who asks', async () => {
    const askers: number[] = []
    const dispatch = dispatchWith({
      'app.quit': (_input, asker) => {
        askers.push(asker)
        return ok(undefined)
      },
    })
    await dispatch('app.quit', undefined)
    expect(askers).toEqual([ASKER])
  })

  it('passes a failure on as it is', async () => {
    const dispatch = dispatchWith({ 'reach.newPort': () => fail('port-taken') })
    expect(await dispatch('reach.newPort', undefined)).toEqual(fail('port-taken'))
  })

  it('answers internal, without the text, where its handler throws', async () => {
    const dispatch = dispatchWith({
      'app.info': () => {
        throw new RangeError('a path, an address')
      },
    })
    expect(await dispatch('app.info', undefined)).toEqual(fail('internal', 'RangeError'))
  })

  it('answers internal where the answer breaks the contract, in development', async () => {
    const wrong = { 'settings.read': () => ok({ ...DEFAULT_SETTINGS, name: 'a'.repeat(101) }) }
    expect(await dispatchWith(wrong)('settings.read', undefined)).toMatchObject({
      ok: false,
      code: 'internal',
    })
    expect(await dispatchWith(wrong, false)('settings.read', undefined)).toMatchObject({ ok: true })
  })
})
