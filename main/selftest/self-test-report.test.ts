import { describe, expect, it } from 'vitest'
import { testReportSchema, type TestStepName } from '../../shared/model/self-test'
import type { Observed, Seen } from './self-test-machine'
import { reportSteps, type SelfTestFacts } from './self-test-report'
import { DESK, WELL_FACTS } from './testing/well-facts'

const SEEN: Seen = {
  windowMs: 212.4,
  sound: { ms: 480.2, peak: 0.3 },
  notice: 'shown',
  toneFailed: false,
}
const rang = (seen: Partial<Seen> = {}): Observed => ({
  server: { is: 'returned', ms: 31.4 },
  ring: { is: 'rang', seen: { ...SEEN, ...seen }, answered: false },
})
const quiet: Observed = { server: { is: 'returned', ms: 31.4 }, ring: { is: 'quiet' } }
const lost: Observed = { server: { is: 'not-returned' }, ring: { is: 'no-ring' } }

const withFacts = (change: Partial<SelfTestFacts>): SelfTestFacts => ({ ...WELL_FACTS, ...change })
const withRinger = (change: Partial<SelfTestFacts['ringer']>): SelfTestFacts =>
  withFacts({ ringer: { ...WELL_FACTS.ringer, ...change } })

function found(name: TestStepName, observed: Observed, facts: SelfTestFacts): unknown {
  const steps = reportSteps(observed, facts)
  // What crosses to the page passes its check.
  expect(testReportSchema.safeParse({ atMs: 0, answered: false, steps }).success).toBe(true)
  return steps.find(({ step }) => step === name)
}

it('has each step once, in the order of a call’s way', () => {
  expect(reportSteps(rang(), WELL_FACTS).map(({ step }) => step)).toEqual([
    ...['server', 'tray', 'window', 'notification', 'ringer', 'sound', 'quiet', 'systemQuiet', 'login'],
  ])
})

describe('a step', () => {
  it.each<readonly [name: TestStepName, observed: Observed, facts: SelfTestFacts, is: object]>([
    ['server', rang(), WELL_FACTS, { found: 'returned', ms: 31 }],
    ['server', lost, WELL_FACTS, { found: 'not-returned', ms: null }],
    [
      'server',
      { ...lost, server: { is: 'not-connected' } },
      WELL_FACTS,
      { found: 'not-connected', ms: null },
    ],
    ['tray', rang(), WELL_FACTS, { found: 'there' }],
    ['tray', rang(), withFacts({ tray: false }), { found: 'none' }],
    ['window', rang(), WELL_FACTS, { found: 'shown', ms: 212 }],
    ['window', rang({ windowMs: null }), WELL_FACTS, { found: 'not-shown', ms: null }],
    ['window', quiet, WELL_FACTS, { found: 'quiet', ms: null }],
    ['window', lost, WELL_FACTS, { found: 'no-ring', ms: null }],
    ['notification', rang(), WELL_FACTS, { found: 'shown', server: 'Recording', actions: true }],
    ['notification', rang({ notice: 'failed' }), WELL_FACTS, { found: 'failed' }],
    ['notification', rang({ notice: null }), WELL_FACTS, { found: 'not-said' }],
    ['notification', quiet, WELL_FACTS, { found: 'quiet' }],
    [
      'notification',
      rang(),
      withFacts({ notifications: { server: null, actions: false, persistence: false } }),
      { found: 'nobody', server: null },
    ],
    ['ringer', rang(), WELL_FACTS, { found: 'there', label: null }],
    ['ringer', rang(), withRinger({ wished: DESK }), { found: 'there', label: 'Desk speaker' }],
    ['ringer', rang(), withRinger({ choices: [] }), { found: 'none' }],
    [
      'ringer',
      rang(),
      withRinger({ wished: { id: 'x', label: 'Old one' } }),
      { found: 'gone', label: 'Old one' },
    ],
    ['ringer', rang(), withRinger({ volume: 0 }), { found: 'turned-down' }],
    ['ringer', rang(), withRinger({ mute: 'muted' }), { found: 'muted' }],
    ['ringer', rang(), withRinger({ mute: 'unknown' }), { found: 'mute-unknown' }],
    ['sound', rang(), WELL_FACTS, { found: 'heard', ms: 480, peak: 0.3 }],
    ['sound', rang({ sound: null }), WELL_FACTS, { found: 'silent', ms: null, peak: null }],
    ['sound', rang({ sound: null, toneFailed: true }), WELL_FACTS, { found: 'not-played' }],
    ['sound', rang({ sound: null }), withRinger({ choices: [] }), { found: 'not-played' }],
    // It failed on one device and was heard on the next.
    ['sound', rang({ toneFailed: true }), WELL_FACTS, { found: 'heard' }],
    ['sound', quiet, WELL_FACTS, { found: 'quiet' }],
    ['sound', lost, WELL_FACTS, { found: 'no-ring' }],
    ['quiet', rang(), WELL_FACTS, { found: 'off' }],
    ['quiet', quiet, withFacts({ quiet: 'by-hand' }), { found: 'by-hand' }],
    ['quiet', quiet, withFacts({ quiet: 'system', systemQuiet: 'quiet' }), { found: 'off' }],
    ['systemQuiet', rang(), WELL_FACTS, { found: 'off' }],
    ['systemQuiet', quiet, withFacts({ systemQuiet: 'quiet' }), { found: 'followed' }],
    ['systemQuiet', rang(), withFacts({ systemQuiet: 'quiet', followSystem: false }), { found: 'ignored' }],
    ['systemQuiet', rang(), withFacts({ systemQuiet: 'unknown' }), { found: 'unknown' }],
    ['login', rang(), withFacts({ login: { is: 'off', why: null } }), { found: { is: 'off', why: null } }],
  ])('%s: %o', (name, observed, facts, is) => {
    expect(found(name, observed, facts)).toMatchObject(is)
  })
})
