// Owns what the steps of the self-test found, from what was observed while it rang and what was read beside it. Pure.
import type { LoginState } from '../../shared/model/login'
import type { QuietReason } from '../../shared/model/do-not-disturb'
import type { TestStep, TestStepOf } from '../../shared/model/self-test'
import type { Abilities } from '../notify/notifier'
import type { QuietAnswer } from '../quiet/quiet-rules'
import type { Observed } from './self-test-machine'

export interface RingerFacts {
  /** Of the chosen one; null: it follows the system. */
  readonly wished: { readonly id: string; readonly label: string } | null
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  /** Of the ring tone, 0 to 1. */
  readonly volume: number
  /** The device's own switch in the system. */
  readonly mute: MuteAnswer
}
export type MuteAnswer = 'muted' | 'not-muted' | 'unknown'

export interface SelfTestFacts {
  readonly login: LoginState
  /** A tray shows us. */
  readonly tray: boolean
  readonly notifications: Abilities
  /** Why it is quiet; null: it isn't. */
  readonly quiet: QuietReason | null
  readonly systemQuiet: QuietAnswer
  readonly followSystem: boolean
  readonly ringer: RingerFacts
}

/** In the order of a call's way: what brings it here, what shows it, what is heard, what would keep it back. */
export function reportSteps(observed: Observed, facts: SelfTestFacts): TestStep[] {
  return [
    serverStep(observed),
    { step: 'tray', found: facts.tray ? 'there' : 'none' },
    windowStep(observed),
    noticeStep(observed, facts),
    ringerStep(facts),
    soundStep(observed, facts),
    quietStep(facts),
    { step: 'systemQuiet', found: systemQuietOf(facts) },
    { step: 'login', found: facts.login },
  ]
}

function serverStep({ server }: Observed): TestStepOf<'server'> {
  return { step: 'server', found: server.is, ms: server.is === 'returned' ? Math.round(server.ms) : null }
}

function windowStep({ ring }: Observed): TestStepOf<'window'> {
  if (ring.is !== 'rang') return { step: 'window', found: ring.is, ms: null }
  const { windowMs: ms } = ring.seen
  return ms === null
    ? { step: 'window', found: 'not-shown', ms: null }
    : { step: 'window', found: 'shown', ms: Math.round(ms) }
}

function noticeStep({ ring }: Observed, { notifications }: SelfTestFacts): TestStepOf<'notification'> {
  const step = { step: 'notification', ...notifications } as const
  // Also where something was asked to show it: on Linux a fallback says so though nobody is there.
  if (notifications.server === null) return { ...step, found: 'nobody' }
  if (ring.is !== 'rang') return { ...step, found: ring.is }
  return { ...step, found: ring.seen.notice ?? 'not-said' }
}

function ringerStep({ ringer }: SelfTestFacts): TestStepOf<'ringer'> {
  const { wished, choices, volume, mute } = ringer
  const step = { step: 'ringer', label: wished?.label ?? null } as const
  if (choices.length === 0) return { ...step, found: 'none' }
  if (wished !== null && !choices.some(({ id }) => id === wished.id)) return { ...step, found: 'gone' }
  if (volume === 0) return { ...step, found: 'turned-down' }
  if (mute === 'muted') return { ...step, found: 'muted' }
  return { ...step, found: mute === 'unknown' ? 'mute-unknown' : 'there' }
}

function soundStep({ ring }: Observed, { ringer }: SelfTestFacts): TestStepOf<'sound'> {
  const step = { step: 'sound', ms: null, peak: null } as const
  if (ring.is !== 'rang') return { ...step, found: ring.is }
  const { sound, toneFailed } = ring.seen
  if (sound !== null) {
    return { step: 'sound', found: 'heard', ms: Math.round(sound.ms), peak: sound.peak }
  }
  return { ...step, found: toneFailed || ringer.choices.length === 0 ? 'not-played' : 'silent' }
}

function quietStep({ quiet }: SelfTestFacts): TestStepOf<'quiet'> {
  // The system's has a step of its own.
  return { step: 'quiet', found: quiet === null || quiet === 'system' ? 'off' : quiet }
}

function systemQuietOf({ systemQuiet, followSystem }: SelfTestFacts): TestStepOf<'systemQuiet'>['found'] {
  if (systemQuiet === 'unknown') return 'unknown'
  if (systemQuiet === 'not-quiet') return 'off'
  return followSystem ? 'followed' : 'ignored'
}
