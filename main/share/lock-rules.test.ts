import { expect, it } from 'vitest'
import { isSessionPath, lockedAfter, loginRules } from './lock-rules'

const OWN = '/org/freedesktop/login1/session/_32'
const OTHER = '/org/freedesktop/login1/session/_35'
const login = (member: string, path = OWN, body: readonly unknown[] = []) => ({
  ...{ path, member, body },
  interface: 'org.freedesktop.login1.Session',
})
const locker = (name: string, ...body: readonly unknown[]) => ({
  ...{ path: '/org/freedesktop/ScreenSaver', member: 'ActiveChanged', body },
  interface: `org.${name}.ScreenSaver`,
})

it.each([
  ['KDE’s locker', true, locker('freedesktop', true)],
  ['KDE’s locker', false, locker('freedesktop', false)],
  ['GNOME’s locker', true, locker('gnome', true)],
  ['a locker that talks nonsense', null, locker('gnome', 'yes')],
  ['a locker that says nothing', null, locker('gnome')],
  ['somebody else', null, locker('example', true)],
  ['another signal', null, { ...locker('gnome', true), member: 'WakeUpScreen' }],
  ['our session', true, login('Lock')],
  ['our session', false, login('Unlock')],
  ['another session', null, login('Lock', OTHER)],
  ['another signal of our session', null, login('PauseDevice')],
])('%s: %s', (_who, expected, signal) => {
  expect(lockedAfter(signal, OWN)).toBe(expected)
})

it('nothing is believed about a session that is not known', () => {
  expect(lockedAfter(login('Lock'), null)).toBeNull()
})

it.each([
  [OWN, true],
  ["/org/freedesktop/login1/session/_32',member='x", false],
  ['/org/freedesktop/login1/session/', false],
  [7, false],
])('a session’s path %j: %s', (path, expected) => {
  expect(isSessionPath(path)).toBe(expected)
})

it('rules name the session', () => {
  expect(loginRules(OWN)).toEqual([
    `type='signal',interface='org.freedesktop.login1.Session',member='Lock',path='${OWN}'`,
    `type='signal',interface='org.freedesktop.login1.Session',member='Unlock',path='${OWN}'`,
  ])
})
