import { describe, expect, it, vi } from 'vitest'
import { createGate } from './peer-gate'

const RIGHT = Array.from({ length: 32 }, () => 'AA').join(':')
const OTHER = Array.from({ length: 32 }, () => 'BB').join(':')
const offer = (fingerprint: string): RTCSessionDescriptionInit => ({
  type: 'offer',
  sdp: `v=0\r\na=fingerprint:sha-256 ${fingerprint}\r\n`,
})
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('the queue', () => {
  it('runs one task at a time, in order, also past one that fails', async () => {
    const gate = createGate(() => undefined)
    const seen: string[] = []
    const slow = gate.run(async () => {
      await settle()
      seen.push('slow')
    })
    const broken = gate.run(() => Promise.reject(new Error('broken')))
    const last = gate.run(async () => void seen.push('last'))
    await expect(broken).rejects.toThrow('broken')
    await Promise.all([slow, last])
    expect(seen).toEqual(['slow', 'last'])
  })

  it('takes no more than 200 waiting tasks, and more when they have run', async () => {
    const gate = createGate(() => undefined)
    const tasks = Array.from({ length: 200 }, () => gate.run(() => Promise.resolve()))
    await expect(gate.run(() => Promise.resolve())).rejects.toThrow()
    await Promise.all(tasks)
    await expect(gate.run(() => Promise.resolve('again'))).resolves.toBe('again')
  })

  it('rejects what waits when it closes, without running it', async () => {
    const gate = createGate(() => undefined)
    const task = vi.fn(() => Promise.resolve())
    const waiting = gate.run(() => gate.pass(offer(RIGHT)))
    const behind = gate.run(task)
    gate.close()
    await expect(waiting).rejects.toThrow()
    await expect(behind).rejects.toThrow()
    await expect(gate.run(task)).rejects.toThrow()
    expect(task).not.toHaveBeenCalled()
  })
})

describe('the gate', () => {
  it('lets a description wait until it is known whose it must be, and what is behind it too', async () => {
    const gate = createGate(() => undefined)
    const seen: string[] = []
    const description = gate.run(async () => {
      await gate.pass(offer(RIGHT))
      seen.push('description')
    })
    const candidate = gate.run(async () => void seen.push('candidate'))
    await settle()
    expect(seen).toEqual([])
    gate.expect(RIGHT)
    await Promise.all([description, candidate])
    expect(seen).toEqual(['description', 'candidate'])
  })

  it.each([
    ['another fingerprint', offer(OTHER), 'other-fingerprint'],
    ['no text', { type: 'offer' } as const, 'no-fingerprint'],
    ['a rollback', { type: 'rollback' } as const, 'not-a-description'],
    ['a provisional answer', { ...offer(RIGHT), type: 'pranswer' } as const, 'not-a-description'],
  ])('reports and refuses %s', async (_what, description, problem) => {
    const onMismatch = vi.fn()
    const gate = createGate(onMismatch)
    gate.expect(RIGHT)
    await expect(gate.run(() => gate.pass(description))).rejects.toThrow(problem)
    expect(onMismatch).toHaveBeenCalledExactlyOnceWith(problem)
  })

  it('checks every description, not only the first', async () => {
    const onMismatch = vi.fn()
    const gate = createGate(onMismatch)
    gate.expect(RIGHT)
    await gate.run(() => gate.pass(offer(RIGHT)))
    await expect(gate.run(() => gate.pass(offer(OTHER)))).rejects.toThrow()
    expect(onMismatch).toHaveBeenCalledOnce()
  })

  it('takes a second expectation only if it is the first', () => {
    const onMismatch = vi.fn()
    const gate = createGate(onMismatch)
    gate.expect(RIGHT)
    gate.expect(RIGHT)
    expect(onMismatch).not.toHaveBeenCalled()
    gate.expect(OTHER)
    expect(onMismatch).toHaveBeenCalledExactlyOnceWith('other-fingerprint')
  })
})
