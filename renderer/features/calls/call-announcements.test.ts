import { expect, test } from 'vitest'
import { announcements } from './call-announcements'
import type { CallView } from './calls-store'

const talking: CallView = {
  callId: '1',
  direction: 'outgoing',
  person: { id: 'b', name: 'Ben Okafor', isContact: true },
  video: true,
  phase: { name: 'connected', sinceMs: 0 },
  local: { microphone: { is: 'on' }, camera: { is: 'on' } },
  remote: { microphone: 'on', camera: 'on', screen: null },
  callBack: null,
}
const off = { is: 'off' } as const

test.each<[string, CallView | null, Partial<CallView>, string[]]>([
  [
    'it rings here',
    null,
    { direction: 'incoming', phase: { name: 'ringing' } },
    ['assertive: Ben Okafor is calling with video'],
  ],
  [
    'it rings there',
    { ...talking, phase: { name: 'calling' } },
    { phase: { name: 'ringing' } },
    ["polite: It rings at Ben's side"],
  ],
  ['it connects', { ...talking, phase: { name: 'connecting' } }, {}, ['polite: Connected with Ben']],
  [
    'the connection drops',
    talking,
    { phase: { name: 'reconnecting', sinceMs: 0, lostMs: 1 } },
    ['polite: Reconnecting'],
  ],
  [
    'the connection returns',
    { ...talking, phase: { name: 'reconnecting', sinceMs: 0, lostMs: 1 } },
    {},
    ['polite: Connected again'],
  ],
  [
    'it ends',
    talking,
    { phase: { name: 'ended', reason: 'ended-by-other', talkedMs: 5 } },
    ['assertive: Call ended: Ben hung up'],
  ],
  ['the calls merged', talking, { phase: { name: 'ended', reason: 'merged', talkedMs: 0 } }, []],
  ['we mute', talking, { local: { ...talking.local, microphone: off } }, ['polite: Microphone off']],
  ['our camera goes on', { ...talking, local: { ...talking.local, camera: off } }, {}, ['polite: Camera on']],
  [
    'they mute',
    talking,
    { remote: { microphone: 'off', camera: 'on', screen: null } },
    ['polite: Ben is muted'],
  ],
  [
    'they unmute',
    { ...talking, remote: { microphone: 'off', camera: 'on', screen: null } },
    {},
    ['polite: Ben is no longer muted'],
  ],
  ['their camera goes off', talking, { remote: { microphone: 'on', camera: 'off', screen: null } }, []],
])('when %s', (_case, before, change, said) => {
  const news = announcements(before, { ...talking, ...change })
  expect(news.map(({ urgency, sentence }) => `${urgency}: ${sentence}`)).toEqual(said)
})
