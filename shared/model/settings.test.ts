import { describe, expect, it } from 'vitest'
import {
  DEFAULT_SETTINGS,
  OFFERED_STUN,
  settingsChangeSchema,
  settingsSchema,
  stunUrlSchema,
} from './settings'

describe('a STUN address', () => {
  it.each([
    OFFERED_STUN,
    'stun:stun.example',
    'stuns:stun.example:5349',
    'stun:192.0.2.1:3478',
    'stun:[2001:db8::1]:3478',
  ])('takes %s', (url) => {
    expect(stunUrlSchema.safeParse(url).success).toBe(true)
  })

  // What Chromium's RTCPeerConnection refuses, so that nobody believes STUN is set when it isn't.
  it.each([
    'stun://stun.example:3478',
    'stun:',
    'stun.example',
    'turn:turn.example',
    'stun:a b',
    'stun:me@stun.example',
    'stun:x:port',
  ])('refuses %s', (url) => {
    expect(stunUrlSchema.safeParse(url).success).toBe(false)
  })
})

it('has defaults that pass their own check', () => {
  expect(settingsSchema.safeParse(DEFAULT_SETTINGS).success).toBe(true)
})

it('leaves where one is reached to its own command', () => {
  expect(settingsChangeSchema.safeParse({ reach: DEFAULT_SETTINGS.reach }).success).toBe(false)
  expect(settingsChangeSchema.safeParse({ theme: 'dark' }).success).toBe(true)
})
