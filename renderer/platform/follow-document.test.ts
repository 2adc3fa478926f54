import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../shared/result'
import { createEmitter } from '../lib/emitter'
import { followDocument } from './follow-document'

function bench() {
  const changes = createEmitter<string>()
  const seen: string[] = []
  let answer: (result: Result<string>) => void = () => undefined
  const undo = followDocument<string>({
    read: () => new Promise((resolve) => (answer = resolve)),
    changes: (listener) => changes.on(listener),
    onDocument: (document) => seen.push(document),
    onFailure: (code) => seen.push(`failed: ${code}`),
  })
  const answered = async (result: Result<string>): Promise<void> => {
    answer(result)
    await Promise.resolve()
  }
  return { changes, seen, undo, answered }
}

describe('a followed document', () => {
  it('is read, then every change is taken', async () => {
    const { changes, seen, answered } = bench()
    await answered(ok('first'))
    changes.emit('second')
    expect(seen).toEqual(['first', 'second'])
  })

  it('keeps a change that overtook the answer', async () => {
    const { changes, seen, answered } = bench()
    changes.emit('newer')
    await answered(ok('older'))
    expect(seen).toEqual(['newer'])
  })

  it('tells why it can’t be read, and still takes changes', async () => {
    const { changes, seen, answered } = bench()
    await answered(fail('disk-failed'))
    changes.emit('mended')
    expect(seen).toEqual(['failed: disk-failed', 'mended'])
  })

  it('is silent after its undo', async () => {
    const { changes, seen, undo, answered } = bench()
    undo()
    await answered(ok('late'))
    changes.emit('later')
    expect(seen).toEqual([])
  })
})
