import { expect, it } from 'vitest'
import { ringSchema } from '../../shared/model/ring'
import type { Notice, NoticeEvent, Notifier } from '../notify/notifier'
import { selfTestRing, watchedNotifier } from './self-test-ring'

const NOTICE: Notice = { title: '', body: '', kind: 'ringing', actions: [] }

it('rings as nobody whom anybody could be', () => {
  const ring = selfTestRing('a'.repeat(32))
  expect(ringSchema.safeParse(ring).success).toBe(true)
  expect(ring.person).toMatchObject({ isContact: false, isFavourite: false, picture: null })
})

it('hears what becomes of the notification, and keeps nothing of it from whoever shows it', () => {
  const told: string[] = []
  const heard: string[] = []
  let say: (event: NoticeEvent) => void = () => undefined
  let open = false
  const inner: Notifier = {
    show(_, listener) {
      say = listener
      open = true
      return () => void (open = false)
    },
    abilities: () => Promise.resolve({ server: null, actions: false, persistence: false }),
    end: () => undefined,
  }
  const undo = watchedNotifier(inner, ({ is }) => told.push(is)).show(NOTICE, ({ is }) => heard.push(is))
  say({ is: 'shown' })
  say({ is: 'pressed', action: 'accept' })
  expect([told, heard]).toEqual([
    ['shown', 'pressed'],
    ['shown', 'pressed'],
  ])
  undo()
  expect(open).toBe(false)
})
