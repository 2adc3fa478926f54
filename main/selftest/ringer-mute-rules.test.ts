import { expect, it } from 'vitest'
import { muteOf } from './ringer-mute-rules'

const sink = (name: string, description: string, mute: boolean, percent = '65%') => ({
  ...{ index: 0, name, description, mute, driver: 'module-alsa-card.c' },
  volume: { 'front-left': { value: 42_000, value_percent: percent, db: '-11.00 dB' } },
})
const json = (...sinks: readonly unknown[]): string => JSON.stringify(sinks)
const info = (name: string): string => JSON.stringify({ server_name: 'pulseaudio', default_sink_name: name })
const DESK = sink('alsa_desk', 'Desk', false)
const EARS = sink('alsa_ears', 'Ears', true)

it.each<readonly [what: string, sinks: string | null, info: string | null, label: string | null, is: string]>(
  [
    ['the system’s own that sounds', json(DESK, EARS), info('alsa_desk'), null, 'not-muted'],
    ['the system’s own that is muted', json(DESK, EARS), info('alsa_ears'), null, 'muted'],
    ['the chosen one that is muted', json(DESK, EARS), info('alsa_desk'), 'Ears', 'muted'],
    ['the chosen one that sounds', json(DESK, EARS), null, 'Desk', 'not-muted'],
    ['one that is turned down to nothing', json(sink('a', 'A', false, '0%')), info('a'), null, 'muted'],
    ['one that is nearly turned down', json(sink('a', 'A', false, '1%')), info('a'), null, 'not-muted'],
    ['two of one name', json(DESK, { ...DESK, mute: true }), info('alsa_desk'), 'Desk', 'unknown'],
    ['one that isn’t in the list', json(DESK), info('alsa_desk'), 'Somewhere else', 'unknown'],
    ['a list without any', json(), info('alsa_desk'), null, 'unknown'],
    ['no word of which is the system’s own', json(DESK), null, null, 'unknown'],
    ['a program that failed', null, null, null, 'unknown'],
    ['words instead of JSON', 'Sink #0\n\tMute: yes', info('alsa_desk'), null, 'unknown'],
    ['JSON of another kind', '{"mute":true}', info('alsa_desk'), null, 'unknown'],
    [
      'more sinks than a machine has',
      json(...Array.from({ length: 300 }, () => DESK)),
      info('x'),
      null,
      'unknown',
    ],
  ],
)('%s', (...[, sinks, server, label, is]) => {
  expect(muteOf(sinks, server, label)).toBe(is)
})
