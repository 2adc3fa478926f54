import { expect, it } from 'vitest'
import { createLimitHits } from './limit-hits'
import { DEFAULT_LIMITS } from './limits'
import { SILENT_LOG } from './log'
import { createQueues, type SlowReader } from './queues'

interface FakeReader extends SlowReader {
  queuedBytes: number
  isDropped: boolean
}

const createReader = (queuedBytes: number): FakeReader => {
  const reader = {
    ...{ queuedBytes, isDropped: false },
    drop() {
      reader.isDropped = true
      reader.queuedBytes = 0
    },
  }
  return reader
}

function start(limits: { readonly all: number; readonly one: number }) {
  const hits = createLimitHits(SILENT_LOG, () => 0)
  const of = { ...DEFAULT_LIMITS, 'queued-bytes': limits.all, 'queued-bytes-per-socket': limits.one }
  return { queues: createQueues(() => of, hits), hits: hits.counts }
}

it('drops one for whom more waits than may', () => {
  const { queues, hits } = start({ all: 1_000, one: 100 })
  const [slow, fast] = [createReader(101), createReader(100)]
  expect([queues.mayWait(slow), queues.mayWait(fast)]).toEqual([false, true])
  expect([slow.isDropped, fast.isDropped]).toEqual([true, false])
  expect(hits.get('queued-bytes-per-socket')).toBe(1)
})

it('drops the slowest where more waits for all together, and nobody else', () => {
  const { queues, hits } = start({ all: 250, one: 100 })
  const [slowest, slow, some, none] = [90, 80, 70, 0].map(createReader)
  const all = [slowest, slow, some, none].filter((each) => each !== undefined)
  expect(all.slice(0, 3).map((each) => queues.mayWait(each))).toEqual([true, true, true])
  const next = createReader(60)
  expect(queues.mayWait(next)).toBe(true)
  expect(all.map(({ isDropped }) => isDropped)).toEqual([true, true, false, false])
  expect(next.isDropped).toBe(false)
  expect(hits.get('queued-bytes')).toBe(1)
  if (none) expect(queues.mayWait(none)).toBe(true)
})

it('drops the one that is sent to, where that is the slowest', () => {
  const { queues } = start({ all: 100, one: 100 })
  const [slow, slowest] = [createReader(20), createReader(90)]
  expect([queues.mayWait(slow), queues.mayWait(slowest)]).toEqual([true, false])
  expect(slow.isDropped).toBe(false)
})

it('drops nobody for what was read meanwhile', () => {
  const { queues, hits } = start({ all: 150, one: 100 })
  const readers = [createReader(90), createReader(50)]
  for (const reader of readers) expect(queues.mayWait(reader)).toBe(true)
  for (const reader of readers) reader.queuedBytes = 0
  const next = createReader(90)
  expect(queues.mayWait(next)).toBe(true)
  expect([...readers, next].some(({ isDropped }) => isDropped)).toBe(false)
  expect(hits.get('queued-bytes')).toBe(0)
})

it('forgets who has left', () => {
  const { queues, hits } = start({ all: 150, one: 100 })
  const [left, here] = [createReader(90), createReader(80)]
  expect(queues.mayWait(left)).toBe(true)
  queues.forget(left)
  expect(queues.mayWait(here)).toBe(true)
  expect(here.isDropped).toBe(false)
  expect(hits.get('queued-bytes')).toBe(0)
})
