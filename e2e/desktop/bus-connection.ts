// Owns one connection to the test's bus: names, methods served, signals sent, questions asked. Values of D-Bus's type `v` are
// unwrapped on arrival.
import { DBusError, Message, MessageType, Variant, sessionBus, type MessageBus } from '@particle/dbus-next'

export interface Call {
  readonly sender: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly body: readonly unknown[]
  answer(signature: string, body: readonly unknown[]): void
  refuse(errorName: string): void
}
export interface Target {
  readonly destination: string
  readonly path: string
  readonly interface: string
}
export interface Signal {
  readonly sender: string
  readonly member: string
  readonly body: readonly unknown[]
}

export class BusConnection {
  readonly #bus: MessageBus
  #isOpen = true

  private constructor(bus: MessageBus) {
    this.#bus = bus
    bus.on('error', () => (this.#isOpen = false))
  }

  static async open(busAddress: string): Promise<BusConnection> {
    const connection = new BusConnection(sessionBus({ busAddress }))
    await connection.ask(BUS, 'GetId')
    return connection
  }

  async own(name: string): Promise<void> {
    await this.#bus.requestName(name)
  }

  /** `serve` says whether it takes the call. */
  serve(serve: (call: Call) => boolean): void {
    this.#bus.addMethodHandler((message: Message) => serve(this.#callOf(message)))
  }

  send(
    from: { readonly path: string; readonly interface: string },
    member: string,
    signature: string,
    body: readonly unknown[],
  ): void {
    if (this.#isOpen)
      this.#bus.send(Message.newSignal(from.path, from.interface, member, signature, [...body]))
  }

  async ask(
    of: Target,
    member: string,
    signature = '',
    body: readonly unknown[] = [],
  ): Promise<readonly unknown[]> {
    const reply = await this.#bus.call(new Message({ ...of, member, signature, body: [...body] }))
    return reply ? reply.body.map(plain) : []
  }

  /** Null where the answer is an error. */
  async tryAsk(...question: Parameters<BusConnection['ask']>): Promise<readonly unknown[] | null> {
    try {
      return await this.ask(...question)
    } catch (error) {
      if (error instanceof DBusError) return null
      throw error
    }
  }

  /** Null where there is no such property. */
  async property(of: Target, name: string): Promise<unknown> {
    const properties = { ...of, interface: 'org.freedesktop.DBus.Properties' }
    return (await this.tryAsk(properties, 'Get', 'ss', [of.interface, name]))?.[0] ?? null
  }

  async listen(rule: string, heard: (signal: Signal) => void): Promise<void> {
    this.#bus.on('message', (message) => {
      const { type, sender, member } = message
      if (type === MessageType.SIGNAL) heard({ sender, member, body: message.body.map(plain) })
    })
    await this.ask(BUS, 'AddMatch', 's', [rule])
  }

  end(): void {
    if (this.#isOpen) this.#bus.disconnect()
    this.#isOpen = false
  }

  #callOf(message: Message): Call {
    const { sender, path, member } = message
    const reply = (answer: Message): void => {
      if (this.#isOpen) this.#bus.send(answer)
    }
    return {
      sender,
      path,
      interface: message.interface,
      member,
      body: message.body.map(plain),
      answer: (signature, body) => reply(Message.newMethodReturn(message, signature, [...body])),
      refuse: (errorName) => reply(errorTo(message, errorName)),
    }
  }
}

/** An answer made into an error: for `Message.newError` the library's types want a text in place of the message. */
function errorTo(message: Message, errorName: string): Message {
  const error = Message.newMethodReturn(message, 's', ['as the test wishes'])
  error.type = MessageType.ERROR
  error.errorName = errorName
  return error
}

const BUS: Target = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
}

export const variant = (signature: string, value: unknown): Variant => new Variant(signature, value)

/** With all variants unwrapped, however deep. */
export function plain(value: unknown): unknown {
  if (value instanceof Variant) return plain(value.value)
  if (Array.isArray(value)) return value.map(plain)
  if (Buffer.isBuffer(value) || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}
