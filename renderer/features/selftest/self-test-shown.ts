// Owns what is said of the self-test's steps: how each came out, in which words, and what can be done about it here. Pure.
import type { SelfTest, TestReport, TestStep, TestStepOf } from '../../../shared/model/self-test'
import { selfTestWords as words } from '../../../shared/text/en-self-test'
import { settingsWords } from '../../../shared/text/en-settings'
import { cleanName } from '../../lib/clean-name'
import { isolated } from '../../lib/spoken-name'

/** `unknown`: it could be neither seen nor read. Never a tick for what was only assumed. */
export type Verdict = 'passed' | 'failed' | 'unknown'
export type Remedy = keyof typeof words.remedies

export interface StepShown {
  readonly step: TestStep['step']
  readonly verdict: Verdict
  readonly title: string
  /** What it means and what to do; empty where there is nothing to say. */
  readonly hint: string
  /** What was measured; empty where nothing was. */
  readonly figure: string
  /** What one press does about it; null: it is the user's to do. */
  readonly remedy: Remedy | null
}

export interface ReportShown {
  readonly title: string
  readonly passed: number
  readonly unknown: number
  readonly steps: readonly StepShown[]
}

export function reportShown({ steps: found }: TestReport): ReportShown {
  const steps = found.map(stepShown)
  const count = (verdict: Verdict): number => steps.filter((step) => step.verdict === verdict).length
  return {
    title: titleOf(found, count('failed') > 0),
    passed: count('passed'),
    unknown: count('unknown'),
    steps,
  }
}

function titleOf(found: readonly TestStep[], someFailed: boolean): string {
  const { titles } = words
  if (found.some(({ step, found: what }) => step === 'window' && what === 'quiet')) return titles.quiet
  const rang = found.some(({ found: what }) => what === 'shown' || what === 'heard')
  if (!rang) return titles.silent
  return someFailed ? titles.partly : titles.passed
}

export function stepShown(step: TestStep): StepShown {
  switch (step.step) {
    case 'server':
      return serverShown(step)
    case 'tray':
      return shown(step, step.found === 'there' ? 'passed' : 'failed', words.tray[step.found])
    case 'window':
      return {
        ...shown(step, VERDICT_OF_SIGHT[step.found], words.window[step.found]),
        figure: msOf(step.ms),
      }
    case 'notification':
      return noticeShown(step)
    case 'ringer':
      return ringerShown(step)
    case 'sound':
      return soundShown(step)
    case 'quiet':
      return {
        ...shown(step, step.found === 'off' ? 'passed' : 'failed', words.quiet[step.found]),
        remedy: step.found === 'by-hand' ? 'end-quiet' : null,
      }
    case 'systemQuiet':
      return {
        ...shown(step, VERDICT_OF_QUIET[step.found], words.systemQuiet[step.found]),
        remedy: step.found === 'followed' ? 'ring-all-the-same' : null,
      }
    case 'login':
      return loginShown(step)
  }
}

const VERDICT_OF_SIGHT = {
  shown: 'passed',
  heard: 'passed',
  'not-shown': 'failed',
  silent: 'failed',
  'not-played': 'failed',
  'no-ring': 'unknown',
  quiet: 'unknown',
} as const
const VERDICT_OF_QUIET = { off: 'passed', followed: 'failed', ignored: 'failed', unknown: 'unknown' } as const
const VERDICT_OF_NOTICE = {
  shown: 'passed',
  nobody: 'failed',
  failed: 'failed',
  'not-said': 'unknown',
  'no-ring': 'unknown',
  quiet: 'unknown',
} as const
const VERDICT_OF_RINGER = {
  there: 'passed',
  none: 'failed',
  gone: 'failed',
  'turned-down': 'failed',
  muted: 'failed',
  'mute-unknown': 'unknown',
} as const
const REMEDY_OF_RINGER = {
  there: null,
  none: null,
  gone: 'choose-ringer',
  'turned-down': 'set-volume',
  muted: 'choose-ringer',
  'mute-unknown': null,
} as const

interface Said {
  readonly title: string
  readonly hint: string
}

const shown = ({ step }: TestStep, verdict: Verdict, { title, hint }: Said): StepShown => ({
  ...{ step, verdict, title, hint },
  ...{ figure: '', remedy: null },
})

const msOf = (ms: number | null): string => (ms === null ? '' : words.ms(ms))

function serverShown(step: TestStepOf<'server'>): StepShown {
  const isThere = step.found === 'returned'
  return {
    ...shown(step, isThere ? 'passed' : 'failed', words.server[step.found]),
    figure: msOf(step.ms),
    remedy: isThere ? null : 'reconnect',
  }
}

function noticeShown(step: TestStepOf<'notification'>): StepShown {
  const { title, hint } = words.notification[step.found]
  const lacks = [
    ...(step.actions ? [] : [words.notification.noActions]),
    ...(step.persistence ? [] : [words.notification.noPersistence]),
  ]
  return shown(step, VERDICT_OF_NOTICE[step.found], {
    title: title(quoted(step.server ?? '')),
    hint: step.found === 'shown' ? lacks.join(' ') : hint,
  })
}

function ringerShown(step: TestStepOf<'ringer'>): StepShown {
  const { title, hint } = words.ringer[step.found]
  const device = step.label === null ? words.ringer.system : quoted(step.label)
  return {
    ...shown(step, VERDICT_OF_RINGER[step.found], { title: title(device), hint }),
    remedy: REMEDY_OF_RINGER[step.found],
  }
}

function soundShown(step: TestStepOf<'sound'>): StepShown {
  const failed = step.found === 'silent' || step.found === 'not-played'
  return {
    ...shown(step, VERDICT_OF_SIGHT[step.found], words.sound[step.found]),
    figure: step.peak === null ? '' : words.decibels(Math.round(20 * Math.log10(step.peak))),
    remedy: failed ? 'choose-ringer' : null,
  }
}

function loginShown(step: TestStepOf<'login'>): StepShown {
  const { found } = step
  const said = settingsWords.login
  switch (found.is) {
    case 'on':
      return shown(step, 'passed', { title: words.login.on, hint: '' })
    case 'off': {
      if (found.why === 'not-told') {
        return shown(step, 'unknown', { title: words.login.unknown, hint: said.off[found.why] })
      }
      const hint = found.why === null ? words.login.offHint : said.off[found.why]
      return { ...shown(step, 'failed', { title: words.login.off, hint }), remedy: 'start-at-login' }
    }
    case 'needs-approval':
      return shown(step, 'failed', { title: words.login.waits, hint: said.needsApproval })
    case 'unavailable':
      return shown(step, 'failed', { title: words.login.impossible, hint: said.unavailable[found.why] })
  }
}

/** The names are others'. */
const quoted = (name: string): string => `“${isolated(cleanName(name))}”`

/** Aloud, as it changes; null: nothing. */
export function selfTestNews(test: SelfTest): string | null {
  switch (test.is) {
    case 'counting':
      return words.counting(Math.round(test.leftMs / 1000))
    case 'interrupted':
      return words.interrupted
    case 'over': {
      const { title, passed, unknown, steps } = reportShown(test.report)
      return `${title}. ${words.score(passed, steps.length, unknown)}`
    }
    case 'idle':
    case 'running':
      return null
  }
}
