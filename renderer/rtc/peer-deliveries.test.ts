import { expect, it } from 'vitest'
import { createFakeClock } from '../platform/fakes/fake-clock'
import { ACK_TIMEOUT_MS, createDeliveries, EXPIRE_TIMEOUT_MS } from './peer-deliveries'

function bench() {
  const clock = createFakeClock()
  const deliveries = createDeliveries(clock)
  const sent: number[] = []
  const track = (to: string, kind: 'own' | 'stock' = 'own') => deliveries.track(to, kind, (n) => sent.push(n))
  return { clock, deliveries, sent, track }
}

it('hands the message over before anything else happens', () => {
  const { sent, track } = bench()
  void track('x')
  void track('x')
  expect(sent).toEqual([1, 2])
})

it('tells each message its own acknowledgement', async () => {
  const { deliveries, track, clock } = bench()
  const [one, other] = [track('x'), track('y')]
  deliveries.acknowledged(2, 'offline')
  deliveries.acknowledged(1, 'delivered')
  deliveries.acknowledged(1, 'offline') // a second one changes nothing
  deliveries.acknowledged(77, 'delivered')
  expect(await Promise.all([one, other])).toEqual(['delivered', 'offline'])
  expect(clock.waiting()).toBe(0)
})

it('calls a message unconfirmed that our server says nothing about', async () => {
  const { clock, track } = bench()
  const outcome = track('x')
  await clock.advance(ACK_TIMEOUT_MS)
  expect(await outcome).toBe('unconfirmed')
})

it('takes a stock server’s EXPIRE for every message to that client, and its silence for nothing', async () => {
  const { clock, deliveries, track } = bench()
  const [one, two, other] = [track('x', 'stock'), track('x', 'stock'), track('y', 'stock')]
  await clock.advance(5_500)
  deliveries.expired('x')
  expect(await Promise.all([one, two])).toEqual(['offline', 'offline'])
  await clock.advance(EXPIRE_TIMEOUT_MS)
  expect(await other).toBe('unconfirmed')
  expect(clock.waiting()).toBe(0)
})

it('calls everything unconfirmed that was on its way when the line went down', async () => {
  const { clock, deliveries, track } = bench()
  const outcome = track('x')
  deliveries.lost()
  expect(await outcome).toBe('unconfirmed')
  expect(clock.waiting()).toBe(0)
})

it('keeps track of a bounded number', async () => {
  const { deliveries, sent, track } = bench()
  const tracked = Array.from({ length: 256 }, () => track('x'))
  expect(await track('x')).toBe('unconfirmed')
  expect(sent).toHaveLength(256)
  deliveries.lost()
  await Promise.all(tracked)
})
