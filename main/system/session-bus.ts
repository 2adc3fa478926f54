// Owns speaking on D-Bus: one connection, questions whose wait is bounded, signals. The only importer of the D-Bus library, and
// only once a bus is opened. A bus that is absent, hangs or breaks is a value: nothing here throws.
import { EventEmitter } from 'node:events'
import type * as library from '@particle/dbus-next'
import type { Message, MessageBus } from '@particle/dbus-next'
import { kindOfError } from '../log/log'
import { fail, ok, type Result } from '../../shared/result'
import { troubleOf, type BusTrouble } from './bus-trouble'
import { after } from './timers'

type Library = typeof library
type Env = Readonly<Record<string, string | undefined>>

const ANSWER_MS = 3_000
const NO_AUTO_START = 2

/** What is sent where D-Bus wants the type `v`. */
export class BusVariant {
  constructor(
    readonly signature: string,
    readonly value: unknown,
  ) {}
}

export interface BusQuestion {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly signature?: string
  readonly body?: readonly unknown[]
  /** Whoever is asked isn't started for it. */
  readonly onlyIfRunning?: boolean
}
/** `sender` is the unique name that the bus gave it. Values of the type `v` are unwrapped. */
export interface BusAnswer {
  readonly sender: string
  readonly body: readonly unknown[]
}
export interface BusSignal extends BusAnswer {
  readonly path: string
  readonly interface: string
  readonly member: string
}

export interface Bus {
  /** `late` hears an answer that came after the wait was over. */
  ask(question: BusQuestion, late?: (answer: BusAnswer) => void): Promise<Result<BusAnswer, BusTrouble>>
  /** Has the bus send us signals that match; without it only those meant for us come. */
  listen(rule: string): Promise<Result<BusAnswer, BusTrouble>>
  /** What was asked before is still sent. */
  end(): void
}

export interface BusOptions {
  readonly kind: 'session' | 'system'
  readonly env: Env
  /** Each in a later turn than an answer that arrived before it: whoever waits for that has seen it by then. */
  readonly heard: (signal: BusSignal) => void
  /** Once, and not after `end`. */
  readonly lost: (why: string) => void
}

/** null: there is none. One that is there but broken tells so by `lost`. */
export async function openBus(options: BusOptions): Promise<Bus | null> {
  const busAddress = options.env['DBUS_SESSION_BUS_ADDRESS']
  if (options.kind === 'session' && !busAddress) return null
  try {
    const library = await import('@particle/dbus-next')
    const bus =
      busAddress && options.kind === 'session' ? library.sessionBus({ busAddress }) : library.systemBus()
    return connection(library, bus, options)
  } catch {
    // An address of a kind that the library doesn't know.
    return null
  }
}

function connection(library: Library, bus: MessageBus, { heard, lost }: BusOptions): Bus {
  const waiting = new Set<() => void>()
  let isOpen = true
  const close = (): void => {
    if (!isOpen) return
    isOpen = false
    bus.disconnect()
    for (const giveUp of [...waiting]) giveUp()
  }
  const lose = (why: string): void => {
    if (!isOpen) return
    close()
    lost(why)
  }
  bus.on('error', (error: unknown) => lose(kindOfError(error)))
  onEnd(bus, () => lose('ended'))
  bus.on('message', (message) => {
    if (message.type !== library.MessageType.SIGNAL) return
    const signal = signalOf(library, message)
    setImmediate(() => {
      if (isOpen) heard(signal)
    })
  })

  const ask: Bus['ask'] = (question, late) =>
    new Promise((resolve) => {
      if (!isOpen) return resolve(fail('no-bus'))
      const settle = (result: Result<BusAnswer, BusTrouble>): boolean => {
        if (!waiting.delete(giveUp)) return false
        stopTimer()
        resolve(result)
        return true
      }
      const giveUp = (): void => void settle(fail('no-bus'))
      waiting.add(giveUp)
      const stopTimer = after(ANSWER_MS, () => settle(fail('no-answer')))
      send(library, bus, question).then(
        (answer) => {
          if (!settle(ok(answer))) late?.(answer)
        },
        (error: unknown) => settle(failureOf(library, error)),
      )
    })
  return { ask, listen: (rule) => ask(matchQuestion(rule)), end: close }
}

/** The other side closed: the library has no event of its own for it, and questions would wait for nothing. */
function onEnd(bus: MessageBus, ended: () => void): void {
  const inner: unknown = Reflect.get(bus, '_connection')
  if (inner instanceof EventEmitter) inner.on('end', ended)
}

async function send(library: Library, bus: MessageBus, question: BusQuestion): Promise<BusAnswer> {
  const { onlyIfRunning, body = [], ...rest } = question
  const message = new library.Message({
    ...rest,
    body: body.map((value) => wrapped(library, value)),
    ...(onlyIfRunning ? { flags: NO_AUTO_START } : {}),
  })
  const reply = await bus.call(message)
  return { sender: reply?.sender ?? '', body: reply ? bodyOf(library, reply) : [] }
}

function failureOf(library: Library, error: unknown): Result<BusAnswer, BusTrouble> {
  const name = error instanceof library.DBusError ? error.type : kindOfError(error)
  return fail(troubleOf(name), name)
}

function signalOf(library: Library, message: Message): BusSignal {
  const { sender, path, member } = message
  return { sender, path, interface: message.interface, member, body: bodyOf(library, message) }
}

function bodyOf(library: Library, message: Message): readonly unknown[] {
  const body: readonly unknown[] = Array.isArray(message.body) ? message.body : []
  return body.map((value) => (value instanceof library.Variant ? unwrapped(value) : value))
}

function unwrapped({ value }: { readonly value: unknown }): unknown {
  return value
}

/** Variants and dictionaries of them. */
function wrapped(library: Library, value: unknown): unknown {
  if (value instanceof BusVariant) return new library.Variant(value.signature, value.value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wrapped(library, inner)]))
}

const matchQuestion = (rule: string): BusQuestion => ({
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
  member: 'AddMatch',
  signature: 's',
  body: [rule],
})
