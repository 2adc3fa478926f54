import { expect, it } from 'vitest'
import { troubleOf } from './bus-trouble'

it.each([
  ['org.freedesktop.DBus.Error.ServiceUnknown', 'nobody'],
  ['org.freedesktop.DBus.Error.NameHasNoOwner', 'nobody'],
  ['org.freedesktop.DBus.Error.Spawn.ChildExited', 'nobody'],
  ['org.freedesktop.DBus.Error.NoReply', 'gone'],
  ['org.freedesktop.DBus.Error.TimedOut', 'no-answer'],
  ['org.freedesktop.DBus.Error.Disconnected', 'no-bus'],
  ['org.freedesktop.DBus.Error.AccessDenied', 'refused'],
  ['org.freedesktop.Notifications.Error.ExcessNotificationGeneration', 'refused'],
  ['constructor', 'refused'],
])('%s is %s', (errorName, trouble) => {
  expect(troubleOf(errorName)).toBe(trouble)
})
