import { describe, expect, it } from 'vitest'
import { LOGIN_LACKS, LOGIN_OFF_REASONS } from '../../../shared/model/login'
import { testStepSchema, type TestStep } from '../../../shared/model/self-test'
import { selfTestWords as words } from '../../../shared/text/en-self-test'
import { reportShown, selfTestNews, stepShown, type Remedy, type Verdict } from './self-test-shown'

const notice = { step: 'notification', server: 'dunst', actions: true, persistence: true } as const
const ringer = { step: 'ringer', label: null } as const
const sound = { step: 'sound', ms: null, peak: null } as const

const WELL: readonly TestStep[] = [
  { step: 'server', found: 'returned', ms: 31 },
  { step: 'tray', found: 'there' },
  { step: 'window', found: 'shown', ms: 212 },
  { ...notice, found: 'shown' },
  { ...ringer, found: 'there' },
  { step: 'sound', found: 'heard', ms: 480, peak: 0.125 },
  { step: 'quiet', found: 'off' },
  { step: 'systemQuiet', found: 'off' },
  { step: 'login', found: { is: 'on' } },
]

describe('a step', () => {
  it.each<readonly [step: TestStep, verdict: Verdict, remedy: Remedy | null]>([
    ...WELL.map((step) => [step, 'passed', null] as const),
    [{ step: 'server', found: 'not-connected', ms: null }, 'failed', 'reconnect'],
    [{ step: 'server', found: 'not-taken', ms: null }, 'failed', 'reconnect'],
    [{ step: 'server', found: 'not-returned', ms: null }, 'failed', 'reconnect'],
    [{ step: 'tray', found: 'none' }, 'failed', null],
    [{ step: 'window', found: 'not-shown', ms: null }, 'failed', null],
    [{ step: 'window', found: 'quiet', ms: null }, 'unknown', null],
    [{ step: 'window', found: 'no-ring', ms: null }, 'unknown', null],
    [{ ...notice, found: 'nobody', server: null }, 'failed', null],
    [{ ...notice, found: 'failed' }, 'failed', null],
    [{ ...notice, found: 'not-said' }, 'unknown', null],
    [{ ...notice, found: 'quiet' }, 'unknown', null],
    [{ ...ringer, found: 'none' }, 'failed', null],
    [{ ...ringer, found: 'gone' }, 'failed', 'choose-ringer'],
    [{ ...ringer, found: 'muted' }, 'failed', 'choose-ringer'],
    [{ ...ringer, found: 'turned-down' }, 'failed', 'set-volume'],
    [{ ...ringer, found: 'mute-unknown' }, 'unknown', null],
    [{ ...sound, found: 'silent' }, 'failed', 'choose-ringer'],
    [{ ...sound, found: 'not-played' }, 'failed', 'choose-ringer'],
    [{ ...sound, found: 'quiet' }, 'unknown', null],
    [{ step: 'quiet', found: 'by-hand' }, 'failed', 'end-quiet'],
    [{ step: 'quiet', found: 'sharing' }, 'failed', null],
    [{ step: 'systemQuiet', found: 'followed' }, 'failed', 'ring-all-the-same'],
    [{ step: 'systemQuiet', found: 'ignored' }, 'failed', null],
    [{ step: 'systemQuiet', found: 'unknown' }, 'unknown', null],
    [{ step: 'login', found: { is: 'off', why: null } }, 'failed', 'start-at-login'],
    [{ step: 'login', found: { is: 'needs-approval' } }, 'failed', null],
    ...LOGIN_OFF_REASONS.filter((why) => why !== 'not-told').map(
      (why) => [{ step: 'login', found: { is: 'off', why } }, 'failed', 'start-at-login'] as const,
    ),
    [{ step: 'login', found: { is: 'off', why: 'not-told' } }, 'unknown', null],
    ...LOGIN_LACKS.map(
      (why) => [{ step: 'login', found: { is: 'unavailable', why } }, 'failed', null] as const,
    ),
  ])('%o is %s', (step, verdict, remedy) => {
    expect(testStepSchema.safeParse(step).success).toBe(true)
    const shown = stepShown(step)
    expect([shown.verdict, shown.remedy]).toEqual([verdict, remedy])
    expect(shown.title).not.toBe('')
    // What failed says what to do.
    if (verdict === 'failed') expect(shown.hint).not.toBe('')
  })

  it('has its figure where something was measured', () => {
    expect(WELL.map((step) => stepShown(step).figure)).toEqual([
      ...['31\u00a0ms', '', '212\u00a0ms', '', '', '−18\u00a0dB', '', '', ''],
    ])
  })

  it('says what a daemon can’t do, and names things without being turned around', () => {
    const shown = stepShown({ ...notice, found: 'shown', actions: false, persistence: false })
    expect(shown.hint).toBe(`${words.notification.noActions} ${words.notification.noPersistence}`)
    expect(stepShown({ ...ringer, found: 'muted', label: '\u202eDesk' }).title).toBe(
      'Ringer is muted: “Desk”',
    )
  })
})

describe('a report', () => {
  const report = (...changes: readonly TestStep[]) => ({
    ...{ atMs: 0, answered: false },
    steps: WELL.map((step) => changes.find((change) => change.step === step.step) ?? step),
  })
  const quiet = report(
    { step: 'window', found: 'quiet', ms: null },
    { ...sound, found: 'quiet' },
    { step: 'quiet', found: 'by-hand' },
  )
  const lost = report(
    { step: 'server', found: 'not-returned', ms: null },
    { step: 'window', found: 'no-ring', ms: null },
    { ...notice, found: 'no-ring' },
    { ...sound, found: 'no-ring' },
  )

  it.each([
    [report(), words.titles.passed, 9, 0],
    [report({ step: 'systemQuiet', found: 'unknown' }), words.titles.passed, 8, 1],
    [report({ step: 'tray', found: 'none' }), words.titles.partly, 8, 0],
    [report({ step: 'window', found: 'not-shown', ms: null }), words.titles.partly, 8, 0],
    [quiet, words.titles.quiet, 6, 2],
    [lost, words.titles.silent, 5, 3],
  ])('%#: says what came out, and how many steps did', (given, title, passed, unknown) => {
    expect(reportShown(given)).toMatchObject({ title, passed, unknown })
  })

  it('is said aloud, and so is its beginning', () => {
    expect(selfTestNews({ is: 'over', report: lost })).toBe(
      "It didn't ring. 5 of 9 steps passed, 3 can’t be told here.",
    )
    expect(selfTestNews({ is: 'counting', leftMs: 10_000 })).toContain('10\u00a0s')
    expect(selfTestNews({ is: 'running', part: 'ringing' })).toBeNull()
  })
})
