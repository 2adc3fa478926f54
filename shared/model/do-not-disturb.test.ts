import { expect, it } from 'vitest'
import {
  DEFAULT_DO_NOT_DISTURB as NORMAL,
  quietReason,
  ringsThrough,
  SECOND_CALL_MS,
  type DoNotDisturb,
} from './do-not-disturb'

const NOW = { ms: 1_000_000, sharing: false, systemQuiet: false }

it.each<[wish: Partial<DoNotDisturb>, now: Partial<typeof NOW>, why: string | null]>([
  [{}, {}, null],
  [{ on: true }, {}, 'by-hand'],
  [{ on: true, untilMs: NOW.ms + 1 }, {}, 'by-hand'],
  [{ on: true, untilMs: NOW.ms }, {}, null],
  [{ on: false, untilMs: NOW.ms + 1 }, {}, null],
  [{}, { sharing: true }, 'sharing'],
  [{ whileSharing: false }, { sharing: true }, null],
  [{}, { systemQuiet: true }, 'system'],
  [{ followSystem: false }, { systemQuiet: true }, null],
  [{ on: true }, { sharing: true, systemQuiet: true }, 'by-hand'],
])('wishing %j, with %j it is quiet because of %s', (wish, now, why) => {
  expect(quietReason({ ...NORMAL, ...wish }, { ...NOW, ...now })).toBe(why)
})

it.each<[wish: Partial<DoNotDisturb>, isFavourite: boolean, ago: number | null, rings: boolean]>([
  [{}, false, null, false],
  [{}, true, null, true],
  [{ favouritesRing: false }, true, null, false],
  [{}, false, SECOND_CALL_MS, true],
  [{}, false, SECOND_CALL_MS + 1, false],
  [{ secondCallRings: false }, false, 1, false],
])('wishing %j, a favourite (%s) who called %s ms ago rings through: %s', (wish, isFavourite, ago, rings) => {
  expect(ringsThrough({ ...NORMAL, ...wish }, { isFavourite, lastCalledMsAgo: ago })).toBe(rings)
})
