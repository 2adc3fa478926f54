// Owns asking the Background portal over the session bus.
import { randomBytes } from 'node:crypto'
import type { Log } from '../log/log'
import { BusVariant, openBus, type Bus, type BusQuestion } from '../system/session-bus'
import { after } from '../system/timers'
import { ANSWER_RULE, isAnswerTo } from './portal-rules'
import type { AskPortal } from './portal-item'

/** Some desktops show a question. */
const ANSWER_MS = 120_000

export const askPortal =
  (reason: string, log: Log): AskPortal =>
  async (autostart, command) => {
    const token = `parley_${randomBytes(8).toString('hex')}`
    let settle = (_answer: readonly unknown[] | null): void => undefined
    const answer = new Promise<readonly unknown[] | null>((resolve) => (settle = resolve))
    const giveUp = (why: string): void => {
      log.info('no answer of the portal', { why })
      settle(null)
    }
    const bus = await openBus({
      ...{ kind: 'session', env: process.env, lost: giveUp },
      heard: (signal) => isAnswerTo(token, signal) && settle(signal.body),
    })
    if (bus) await ask(bus, background({ autostart, command, reason }, token), giveUp)
    else giveUp('no-bus')
    const stopWaiting = after(ANSWER_MS, () => giveUp('too late'))
    try {
      return await answer
    } finally {
      stopWaiting()
      bus?.end()
    }
  }

/** The rule first: some answer before they have said where their answer will come from. */
async function ask(bus: Bus, question: BusQuestion, failed: (why: string) => void): Promise<void> {
  const listening = await bus.listen(ANSWER_RULE)
  const asked = listening.ok ? await bus.ask(question) : listening
  if (!asked.ok) failed(asked.code)
}

type Wish = { readonly autostart: boolean; readonly command: readonly string[]; readonly reason: string }

const background = ({ autostart, command, reason }: Wish, token: string): BusQuestion => ({
  destination: 'org.freedesktop.portal.Desktop',
  path: '/org/freedesktop/portal/desktop',
  interface: 'org.freedesktop.portal.Background',
  member: 'RequestBackground',
  signature: 'sa{sv}',
  body: [
    // Without a parent window.
    '',
    {
      handle_token: new BusVariant('s', token),
      reason: new BusVariant('s', reason),
      autostart: new BusVariant('b', autostart),
      commandline: new BusVariant('as', [...command]),
      'dbus-activatable': new BusVariant('b', false),
    },
  ],
})
