// Owns the scenarios of "Ring me in 10 seconds": before, on its way, and what it found where all is well and where it isn't.
import type { TestStep, TestStepName } from '../../shared/model/self-test'
import type { SelfTestState } from '../features/selftest/self-test-store'
import { GALLERY_NOW, galleryClock } from './gallery-clock'
import { home, type Scenario } from './scenario-parts'

const NOTICE = { step: 'notification', server: 'gnome-shell', actions: true, persistence: true } as const
const WELL: readonly TestStep[] = [
  { step: 'server', found: 'returned', ms: 31 },
  { step: 'tray', found: 'there' },
  { step: 'window', found: 'shown', ms: 212 },
  { ...NOTICE, found: 'shown' },
  { step: 'ringer', found: 'there', label: 'Built-in speakers' },
  { step: 'sound', found: 'heard', ms: 480, peak: 0.125 },
  { step: 'quiet', found: 'off' },
  { step: 'systemQuiet', found: 'off' },
  { step: 'login', found: { is: 'on' } },
]
const FAILED: readonly TestStep[] = [
  { step: 'tray', found: 'none' },
  { step: 'notification', found: 'nobody', server: null, actions: false, persistence: false },
  {
    step: 'ringer',
    found: 'muted',
    label:
      'Headset with a name of a hundred characters, as some factory in a hurry printed it on all of its headsets',
  },
  { step: 'systemQuiet', found: 'unknown' },
  { step: 'login', found: { is: 'off', why: 'switched-off-outside' } },
]
const QUIET: readonly TestStep[] = [
  { step: 'window', found: 'quiet', ms: null },
  { ...NOTICE, found: 'quiet' },
  { step: 'sound', found: 'quiet', ms: null, peak: null },
  { step: 'quiet', found: 'by-hand' },
  { step: 'systemQuiet', found: 'followed' },
]

const at = (selfTest: Partial<SelfTestState>): Scenario => home({ selfTest })

function over(changes: readonly TestStep[], answered = false): Scenario {
  const of = (step: TestStepName): TestStep | undefined => changes.find((change) => change.step === step)
  const steps = WELL.map((step) => of(step.step) ?? step)
  return at({ test: { is: 'over', report: { atMs: GALLERY_NOW, answered, steps } } })
}

export const SELF_TESTS = {
  'settings-test': at({}),
  'settings-test-counting': at({
    test: { is: 'counting', leftMs: 10_000 },
    ringsAtMs: galleryClock(false).now() + 7_600,
  }),
  'settings-test-ringing': at({ test: { is: 'running', part: 'ringing' } }),
  'settings-test-well': over([], true),
  'settings-test-failed': over(FAILED),
  'settings-test-quiet': over(QUIET),
  'settings-test-refused': at({ refused: 'in-call' }),
}
