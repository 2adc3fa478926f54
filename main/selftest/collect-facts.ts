// Owns reading what the self-test can't see by ringing, each within a bound: a system that hangs must not keep the report.
import type { LoginState } from '../../shared/model/login'
import type { Settings } from '../../shared/model/settings'
import type { QuietReason } from '../../shared/model/do-not-disturb'
import type { Status } from '../../shared/model/status'
import type { Abilities } from '../notify/notifier'
import type { QuietAnswer } from '../quiet/quiet-rules'
import type { MuteAnswer, SelfTestFacts } from './self-test-report'

export interface FactSources {
  readonly login: () => Promise<LoginState>
  readonly tray: () => boolean
  readonly abilities: () => Promise<Abilities>
  readonly quiet: () => QuietReason | null
  readonly systemQuiet: () => Promise<QuietAnswer>
  readonly settings: () => Pick<Settings, 'devices' | 'doNotDisturb' | 'ringVolume'>
  readonly devices: () => Status['devices']['ringer']
  /** By the ringer's label; null: the system's own. */
  readonly mute: (label: string | null) => Promise<MuteAnswer>
  readonly after: (ms: number, run: () => void) => () => void
}

/** The slowest is a notification daemon that hangs, which is waited for 3 s. */
const LONGEST_MS = 4_000
const NOBODY: Abilities = { server: null, actions: false, persistence: false }
const NOT_TOLD: LoginState = { is: 'off', why: 'not-told' }

export async function collectFacts(sources: FactSources): Promise<SelfTestFacts> {
  const { doNotDisturb, ringVolume, devices } = sources.settings()
  const wished = devices.ringer
  const within = <T>(asked: Promise<T>, otherwise: T): Promise<T> => bounded(asked, otherwise, sources.after)
  const [login, notifications, systemQuiet, mute] = await Promise.all([
    within(sources.login(), NOT_TOLD),
    within(sources.abilities(), NOBODY),
    within(sources.systemQuiet(), 'unknown'),
    within(sources.mute(wished?.label ?? null), 'unknown'),
  ])
  return {
    ...{ login, notifications, systemQuiet, tray: sources.tray(), quiet: sources.quiet() },
    followSystem: doNotDisturb.followSystem,
    ringer: { wished, choices: sources.devices().choices, volume: ringVolume, mute },
  }
}

function bounded<T>(asked: Promise<T>, otherwise: T, after: FactSources['after']): Promise<T> {
  return new Promise((resolve) => {
    const giveUp = after(LONGEST_MS, () => resolve(otherwise))
    asked.then(resolve, () => resolve(otherwise)).finally(giveUp)
  })
}
