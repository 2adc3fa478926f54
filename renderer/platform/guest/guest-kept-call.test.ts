import { expect, it } from 'vitest'
import type { KeptCall } from '../../../shared/model/kept-call'
import { createFakeClock } from '../fakes/fake-clock'
import { createGuestKeptCall } from './guest-kept-call'

const CALL: KeptCall = {
  ...{ callId: 'c'.repeat(32), firstCallId: 'c'.repeat(32), direction: 'incoming', video: true },
  ...{ startedAt: 0, connectedAt: 0, id: 'a'.repeat(32), name: 'Ana', callBack: null },
  ...{ server: 'https://one.example/', home: true, via: null, peerId: 'a'.repeat(32) },
  ...{ microphone: true, camera: false },
}

function tab() {
  const values = new Map<string, string>()
  const storage: Storage = {
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
    clear: () => values.clear(),
    key: () => null,
    length: 0,
  }
  return { storage, values }
}

it('a tab that is loaded again has its call, once, however long it was on', async () => {
  const { storage } = tab()
  const clock = createFakeClock()
  createGuestKeptCall(storage, clock).keep(CALL)
  await clock.advance(600_000)
  const next = createGuestKeptCall(storage, createLater(clock.wallNow() + 20_000))
  expect(next.takeLost()).toEqual(CALL)
  expect(next.takeLost()).toBeNull()
})

it('a call that ended, one lost long ago, and anything else that lies there are not taken up', () => {
  const { storage, values } = tab()
  const clock = createFakeClock()
  const page = createGuestKeptCall(storage, clock)
  page.keep(CALL)
  page.keep(null)
  expect([page.takeLost(), clock.waiting()]).toEqual([null, 0])
  page.keep(CALL)
  expect(createGuestKeptCall(storage, createLater(clock.wallNow() + 26_000)).takeLost()).toBeNull()
  for (const text of ['', '{', '{"at":0}', '7']) {
    values.set('parley-call', text)
    expect(page.takeLost()).toBeNull()
  }
  expect(createGuestKeptCall(undefined, clock).takeLost()).toBeNull()
})

const createLater = (wallMs: number) => ({ ...createFakeClock(), wallNow: () => wallMs })
