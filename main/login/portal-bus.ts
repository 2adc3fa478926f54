// Owns asking the Background portal over the session bus. The library is loaded when somebody asks.
import { randomBytes } from 'node:crypto'
import type * as library from '@particle/dbus-next'
import type { Message, MessageBus } from '@particle/dbus-next'
import { kindOfError, type Log } from '../log/log'
import { after } from '../system/timers'
import { answerRule, requestPath } from './portal-rules'
import type { AskPortal } from './portal-item'

type Library = typeof library

const CALL_MS = 3_000
/** Some desktops show a question. */
const ANSWER_MS = 120_000

export const askPortal =
  (reason: string, log: Log): AskPortal =>
  async (autostart, command) => {
    try {
      const dbus = await import('@particle/dbus-next')
      const bus = dbus.sessionBus()
      try {
        return await ask(dbus, bus, { autostart, command: [...command], reason })
      } finally {
        bus.disconnect()
      }
    } catch (error) {
      log.info('no answer of the portal', { why: kindOfError(error) })
      return null
    }
  }

type Wish = { readonly autostart: boolean; readonly command: string[]; readonly reason: string }

async function ask(dbus: Library, bus: MessageBus, wish: Wish): Promise<readonly unknown[]> {
  const broken = new Promise<never>((_, reject) => bus.on('error', reject))
  const name = await Promise.race([uniqueName(dbus, bus), broken])
  const token = `parley_${randomBytes(8).toString('hex')}`
  const path = requestPath(name, token)
  const answered = new Promise<readonly unknown[]>((resolve) => {
    bus.on('message', (message: Message) => {
      if (message.path === path && message.member === 'Response') resolve(bodyOf(message))
    })
  })
  await Promise.race([bounded(call(dbus, bus, daemon('AddMatch', 's', [answerRule(path)])), CALL_MS), broken])
  await Promise.race([bounded(call(dbus, bus, background(dbus, wish, token)), CALL_MS), broken])
  return Promise.race([bounded(answered, ANSWER_MS), broken])
}

type Call = ConstructorParameters<Library['Message']>[0]

const call = (dbus: Library, bus: MessageBus, what: Call): Promise<Message | null> =>
  bus.call(new dbus.Message(what))

const daemon = (member: string, signature: string, body: readonly unknown[]): Call => ({
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
  member,
  signature,
  body: [...body],
})

const background = ({ Variant }: Library, { autostart, command, reason }: Wish, token: string): Call => ({
  destination: 'org.freedesktop.portal.Desktop',
  path: '/org/freedesktop/portal/desktop',
  interface: 'org.freedesktop.portal.Background',
  member: 'RequestBackground',
  signature: 'sa{sv}',
  body: [
    // Without a parent window.
    '',
    {
      handle_token: new Variant('s', token),
      reason: new Variant('s', reason),
      autostart: new Variant('b', autostart),
      commandline: new Variant('as', command),
      'dbus-activatable': new Variant('b', false),
    },
  ],
})

/** As the bus names us: any answer is addressed so. */
async function uniqueName(dbus: Library, bus: MessageBus): Promise<string> {
  const answer = await bounded(call(dbus, bus, daemon('GetId', '', [])), CALL_MS)
  if (answer?.destination === undefined) throw new Error('no name on the bus')
  return answer.destination
}

const bodyOf = (message: Message): readonly unknown[] => (Array.isArray(message.body) ? message.body : [])

function bounded<T>(answer: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = after(timeoutMs, () => reject(new Error('no answer in time')))
    answer.then(resolve, reject).finally(giveUp)
  })
}
