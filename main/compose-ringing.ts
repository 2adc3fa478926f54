// Owns putting together everything that Parley is outside its window: ringing, notifications, the tray, and what is asked
// for there.
import { join } from 'node:path'
import { clipboard } from 'electron'
import type { History, NewCallRecord } from '../shared/model/call-record'
import type { Contacts } from '../shared/model/contact'
import type { RingProofStep } from '../shared/model/call'
import { NO_STATUS, type Status } from '../shared/model/status'
import type { Verb } from '../shared/model/verbs'
import { desktopEn } from '../shared/text/desktop-en'
import type { Shell } from './compose-shell'
import { composeSelfTest } from './compose-self-test'
import { composeTray, type TrayPart } from './compose-tray'
import type { SettingsKeeper } from './documents/settings-keeper'
import type { OpenedLinks } from './instance/opened-links'
import type { Tell, TellOne } from './ipc'
import type { Log } from './log/log'
import type { LoginItem } from './login/login-kind'
import { chooseNotifier } from './notify/choose-notifier'
import { electronNotices } from './notify/electron-notices'
import { createMissedNotices } from './notify/missed-notices'
import type { Notifier } from './notify/notifier'
import { systemQuiet } from './quiet/system-quiet'
import { composeRing } from './ring/compose-ring'
import { createQuietCallers } from './ring/quiet-callers'
import type { RingAnswer } from './ring/ring-entry'
import { createRingHandlers, type RingHandlerParts, type RingHandlers } from './ring/ring-handlers'
import { systemRingWindow } from './ring/system-ring-window'
import type { SelfTestController } from './selftest/self-test-controller'
import { createSelfTestHandlers, type SelfTestHandlers } from './selftest/self-test-handlers'
import { watchedNotifier } from './selftest/self-test-ring'
import { after } from './system/timers'
import { outsidePeople } from './tray/outside-people'
import { createDoVerb } from './verbs/do-verb'
import { createBadge } from './window/badge'
import type { Front } from './window/front'
import type { PageEnd } from './window/page-end'

export type RingingParts = {
  readonly shell: () => Shell
  readonly front: Front
  readonly links: OpenedLinks
  readonly settings: SettingsKeeper
  readonly login: LoginItem
  readonly contacts: () => Contacts
  readonly history: () => History
  readonly record: (call: NewCallRecord) => void
  /** The window is there, or none is wanted: what it doesn't need may begin. */
  readonly calm: Promise<void>
  readonly preload: string
  readonly assets: string
  readonly tell: Tell
  readonly tellOne: TellOne
  readonly log: Log
}

export type Ringing = {
  readonly handlers: RingHandlers & SelfTestHandlers
  readonly doVerb: (verb: Verb) => void
  readonly tray: TrayPart
  readonly isRinging: () => boolean
  readonly beginTest: () => void
  /** The keyboard went elsewhere, a call began or ended. */
  readonly update: () => void
  /** Settings, contacts or recent calls changed. */
  readonly refresh: () => void
  readonly pageLeft: (how: PageEnd) => void
  readonly end: () => void
}

export function composeRinging(parts: RingingParts): Ringing {
  const { shell } = parts
  let status: Status = NO_STATUS
  const notifier = systemNotifier(parts)
  const quiet = composeQuiet(parts, () => status)
  const selfTest = composeSelfTest({
    ...{ ...parts, notifier, status: () => status, ring: () => ring, hasTray: () => outside.tray.isThere() },
    ...{ quiet: quiet.callers.reason, systemQuiet: quiet.system },
  })
  const { ring, window } = composeRing({
    ...ringDeps(parts, notifier, selfTest),
    // It is no call of anybody's: nothing is kept of it, and it isn't begun where it is quiet.
    isQuietFor: (one) => !selfTest.isTest(one.callId) && quiet.callers.isQuietFor(one),
    changed: () => follow(),
  })
  const doVerb = createDoVerb({ ...verbDeps(parts, () => status), ring })
  const outside = composeOutside(parts, {
    ...{ notifier, doVerb, status: () => status, ring: () => ring.current() },
    quiet: () => ({ wish: parts.settings.read().doNotDisturb, reason: quiet.callers.reason() }),
  })
  function follow(): void {
    selfTest.look()
    outside.refresh()
  }
  const tellStatus = (now: Status): void => {
    status = now
    follow()
  }
  const handlers = ringingHandlers({ ring, window, doVerb, tellStatus }, selfTest, parts.log)
  return {
    ...{ handlers, doVerb, tray: outside.tray },
    beginTest: () => void selfTest.begin(),
    isRinging: () => ring.current() !== null,
    refresh: () => outside.refresh(),
    update: () => {
      if (shell().window.isDestroyed()) return
      selfTest.look()
      ring.update()
    },
    pageLeft: (how) => {
      ring.pageEnded(how)
      tellStatus(NO_STATUS)
    },
    end: () => [selfTest, ring, outside, quiet, notifier].forEach((part) => part.end()),
  }
}

/** What is heard of a ring is heard of a test's ring. */
function ringingHandlers(
  parts: Omit<RingHandlerParts, 'heard' | 'toneFailed'>,
  selfTest: SelfTestController,
  log: Log,
): RingHandlers & SelfTestHandlers {
  const handlers = createRingHandlers({
    ...parts,
    heard: (peak) => {
      selfTest.heard(peak)
      parts.ring.heard(peak)
    },
    toneFailed: () => {
      selfTest.toneFailed()
      log.named('ring').error('the ring tone can not be played')
    },
  })
  return { ...handlers, ...createSelfTestHandlers(selfTest) }
}

const systemNotifier = ({ assets, log }: RingingParts): Notifier =>
  chooseNotifier({
    ...{ platform: process.platform, env: process.env, icon: join(assets, 'icons', 'app-256.png') },
    ...{ openLabel: desktopEn.openNotice, notices: electronNotices, log: log.named('notify') },
  })

function composeQuiet({ settings, calm }: RingingParts, status: () => Status) {
  const system = systemQuiet({ platform: process.platform, env: process.env, calm })
  const callers = createQuietCallers({
    wish: () => settings.read().doNotDisturb,
    isSharing: () => (status().call?.sharing ?? 'no') !== 'no',
    isSystemQuiet: system.isQuiet,
    wallMs: Date.now,
    nowMs: () => performance.now(),
  })
  return { callers, system, end: () => system.end() }
}

function ringDeps(parts: RingingParts, notifier: Notifier, selfTest: SelfTestController) {
  const { shell, front, settings, preload, record, tell, tellOne, log } = parts
  const ringLog = log.named('ring')
  return {
    ...{ settings: () => settings.read(), log: ringLog },
    notifier: watchedNotifier(notifier, (event) => selfTest.noticed(event)),
    createWindow: (events: Parameters<typeof systemRingWindow>[1]) =>
      systemRingWindow({ ...{ preload, tellOne, log: ringLog }, platform: process.platform }, events),
    attention: (on: boolean) => shell().attention(on),
    isFocused: () => shell().isFocused(),
    isInCall: () => shell().isInCall(),
    ringMs: () => settings.read().ringSeconds * 1_000,
    answer: (answer: RingAnswer) => {
      if (!selfTest.answered(answer.callId)) tell('verb.asked', answer)
    },
    bringFront: () => front.bring(),
    ...{ record, nowMs: () => performance.now(), after },
    proven: (callId: string, step: RingProofStep) => {
      if (!selfTest.proven(callId, step)) tell('ring.proven', { callId, step })
    },
  }
}

function verbDeps(
  parts: RingingParts,
  status: () => Status,
): Omit<Parameters<typeof createDoVerb>[0], 'ring'> {
  const { front, links, settings, shell, tell, log } = parts
  return {
    askPage: (verb) => tell('verb.asked', verb),
    bringFront: () => front.bring(),
    offerLink: (link) => links.open(link),
    copyLink: () => void clipboard.writeText(status().link),
    changeDoNotDisturb: (change) => {
      const { doNotDisturb } = settings.read()
      void settings.change({ doNotDisturb: { ...doNotDisturb, ...change } })
    },
    quit: () => shell().quit(),
    log: log.named('verbs'),
  }
}

type OutsideParts = Pick<Parameters<typeof composeTray>[0], 'status' | 'ring' | 'quiet'> & {
  readonly notifier: Notifier
  readonly doVerb: (verb: Verb) => void
}

/** What shows how it is: the tray, the number on the icon, the notification of missed calls. */
function composeOutside(parts: RingingParts, outside: OutsideParts) {
  const { contacts, history, assets, shell, calm, log } = parts
  const { notifier, doVerb } = outside
  const tray = composeTray({
    ...{ ...outside, contacts, history, press: doVerb, calm, log },
    iconFolder: join(assets, 'tray'),
  })
  const missed = createMissedNotices({
    ...{ notifier, words: desktopEn.missed },
    callBack: (id) => doVerb({ verb: 'call-person', id }),
    showHistory: () => doVerb({ verb: 'open-history' }),
  })
  let badge: ReturnType<typeof createBadge> | null = null
  return {
    tray,
    refresh(): void {
      tray.refresh()
      const calls = outsidePeople(contacts(), history()).missed
      missed.update(calls)
      const { platform } = process
      badge ??= createBadge({ iconFolder: join(assets, 'badge'), platform, window: shell().window })
      badge(calls.length)
    },
    end(): void {
      tray.end()
      missed.end()
    },
  }
}
