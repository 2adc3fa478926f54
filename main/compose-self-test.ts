// Owns putting "Ring me in 10 seconds" together: what it asks of the system, of the ring and of the page.
import { randomBytes } from 'node:crypto'
import type { Ring } from '../shared/model/ring'
import type { QuietReason } from '../shared/model/do-not-disturb'
import type { Status } from '../shared/model/status'
import type { Shell } from './compose-shell'
import type { SettingsKeeper } from './documents/settings-keeper'
import type { Tell } from './ipc'
import type { Log } from './log/log'
import type { LoginItem } from './login/login-kind'
import type { Notifier } from './notify/notifier'
import type { SystemQuiet } from './quiet/system-quiet'
import type { RingController } from './ring/ring-controller'
import { collectFacts } from './selftest/collect-facts'
import { readRingerMute } from './selftest/ringer-mute'
import { SelfTestController } from './selftest/self-test-controller'
import { selfTestRing } from './selftest/self-test-ring'
import { after } from './system/timers'
import type { Front } from './window/front'

export type SelfTestParts = {
  readonly shell: () => Shell
  readonly front: Front
  readonly settings: SettingsKeeper
  readonly login: LoginItem
  readonly notifier: Notifier
  readonly systemQuiet: SystemQuiet
  readonly quiet: () => QuietReason | null
  readonly hasTray: () => boolean
  readonly status: () => Status
  readonly ring: () => Pick<RingController, 'test' | 'current'>
  readonly tell: Tell
  readonly log: Log
}

export function composeSelfTest(parts: SelfTestParts): SelfTestController {
  const { shell, front, quiet, status, ring, tell, log } = parts
  const test: SelfTestController = new SelfTestController({
    refusal() {
      if (status().call !== null || shell().isInCall()) return 'in-call'
      return isOthers(ring().current(), test) ? 'rings' : null
    },
    isReachable: () => status().reachable,
    putAway: () => shell().putAway(),
    comeFront: () => front.bring(),
    comeBack: () => shell().comeBack(),
    send: (value) => tell('selftest.send', { value }),
    ring: (ringId) => ring().test(ringId === null ? null : selfTestRing(ringId)),
    isQuiet: () => quiet() !== null,
    isFocused: () => shell().isFocused(),
    collect: () => collectFacts(sourcesOf(parts)),
    changed: (now) => tell('selftest.changed', now),
    fresh: () => randomBytes(16).toString('hex'),
    nowMs: () => performance.now(),
    wallMs: Date.now,
    ...{ after, log: log.named('selftest') },
  })
  return test
}

const isOthers = (ring: Ring | null, test: SelfTestController): boolean =>
  ring !== null && !test.isTest(ring.callId)

function sourcesOf(parts: SelfTestParts): Parameters<typeof collectFacts>[0] {
  const { login, notifier, settings, status, quiet, systemQuiet, hasTray } = parts
  const { platform, env } = process
  return {
    ...{ quiet, after, tray: hasTray },
    login: () => login.read(),
    abilities: () => notifier.abilities(),
    systemQuiet: () => systemQuiet.read(),
    settings: () => settings.read(),
    devices: () => status().devices.ringer,
    mute: (label) => readRingerMute({ platform, env }, label),
  }
}
