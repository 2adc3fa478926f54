import { describe, expect, it } from 'vitest'
import { shareSystemOf, type ShareSystem, type SystemFacts } from './share-system'

const linux = (env: SystemFacts['env'], hasWaylandSocket = false): ShareSystem =>
  shareSystemOf({ platform: 'linux', version: '6.1.0', env, hasWaylandSocket })
const portal = { is: 'portal', asksTwice: false } as const

describe('Linux', () => {
  it.each([
    ['a display and nothing else', { DISPLAY: ':0' }, false, { is: 'x11' }],
    ['a session that says so', { DISPLAY: ':0', XDG_SESSION_TYPE: 'x11' }, false, { is: 'x11' }],
    [
      'an X11 session with a nested compositor',
      { DISPLAY: ':0', XDG_SESSION_TYPE: 'x11', WAYLAND_DISPLAY: 'wayland-0' },
      true,
      { is: 'x11' },
    ],
    [
      'a Wayland session with XWayland',
      { DISPLAY: ':0', XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' },
      true,
      portal,
    ],
    ['Wayland as some spell it', { DISPLAY: ':0', XDG_SESSION_TYPE: 'Wayland' }, false, portal],
    ['a sandbox that hides the session', { DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' }, false, portal],
    ['a sandbox that hides all but the socket', { DISPLAY: ':99' }, true, portal],
    ['a terminal with a display', { DISPLAY: ':0', XDG_SESSION_TYPE: 'tty' }, false, { is: 'x11' }],
    ['no display', {}, false, portal],
    ['an empty display', { DISPLAY: '', XDG_SESSION_TYPE: 'x11' }, false, portal],
  ] as const)('with %s', (_name, env, hasSocket, expected) => {
    expect(linux(env, hasSocket)).toEqual(expected)
  })

  it.each([
    ['GNOME', false],
    ['ubuntu:GNOME', false],
    ['KDE', false],
    ['sway', true],
    ['Hyprland', true],
    ['niri', true],
    ['labwc:wlroots', true],
    ['', false],
  ])('the portal of %s asks twice: %s', (desktop, asksTwice) => {
    const env = { XDG_SESSION_TYPE: 'wayland', XDG_CURRENT_DESKTOP: desktop }
    expect(linux(env)).toEqual({ is: 'portal', asksTwice })
  })
})

it.each([
  ['10.0.22631', 'Console', { build: 22631, isRemoteDesktop: false }],
  ['10.0.19041', 'console', { build: 19041, isRemoteDesktop: false }],
  ['10.0.20348', 'RDP-Tcp#12', { build: 20348, isRemoteDesktop: true }],
  ['10.0.20348', undefined, { build: 20348, isRemoteDesktop: false }],
  ['10.0', '', { build: 0, isRemoteDesktop: false }],
  ['nonsense', 'ICA-tcp#1', { build: 0, isRemoteDesktop: true }],
])('Windows %s in the session %s', (version, session, expected) => {
  const env = { SESSIONNAME: session }
  expect(shareSystemOf({ platform: 'win32', version, env, hasWaylandSocket: false })).toEqual({
    is: 'windows',
    ...expected,
  })
})

it.each([
  ['14.2.1', 14],
  ['26.0', 26],
  ['', 0],
])('macOS %s', (version, major) => {
  const facts = { platform: 'darwin', version, env: {}, hasWaylandSocket: false }
  expect(shareSystemOf(facts)).toEqual({ is: 'macos', major })
})
