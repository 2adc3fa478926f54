// Owns the scenarios of a caller whose name is made to deceive: overrides, isolates, zero-width characters, controls, a tower of
// marks, and 10 kB of it. It gets this far only if every bound before the screen failed.
import { call, link } from './people-in-pictures'
import type { ScenarioName } from './scenario-names'
import { atEnd, home, talking, type Scenario } from './scenario-parts'

type HostileName = Extract<ScenarioName, `hostile-${string}`>

const NAME = `\u202eknaB\u202c \u2067Sup\u200bport\u0000 Z${'\u0316'.repeat(60)}oe \u001b[31m<b>${'call me back now \u202e'.repeat(500)}`
const MALLORY = { id: '1'.repeat(32), name: NAME }

export function hostileScenarios(): Readonly<Record<HostileName, Scenario>> {
  const callBack = link(MALLORY.id)
  const record = {
    ...MALLORY,
    callId: 'e'.repeat(32),
    n: 1,
    startedAt: 0,
    direction: 'incoming',
    video: true,
    reason: 'missed',
    talkedMs: 0,
    callBack,
  } as const
  const contact = {
    ...MALLORY,
    server: null,
    addedAt: 0,
    favourite: true,
    notes: NAME.slice(0, 400),
    picture: null,
  }
  return {
    'hostile-incoming': atEnd(
      call(MALLORY, { direction: 'incoming', phase: { name: 'ringing' }, remote: null }),
    ),
    'hostile-outgoing': talking(call(MALLORY, { phase: { name: 'ringing' }, remote: null }), {}),
    'hostile-call': talking(
      call(MALLORY, { remote: { microphone: 'off', camera: 'off', screen: null } }),
      {},
    ),
    'hostile-ended': atEnd(
      call(MALLORY, {
        direction: 'incoming',
        phase: { name: 'ended', reason: 'missed', talkedMs: 0 },
        remote: null,
      }),
    ),
    'hostile-home': home({ people: { records: [record], contacts: [contact] } }),
  }
}
