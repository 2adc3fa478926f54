// Owns a watcher of trays on a test's bus: with a panel, without one, or silent.
import { Message, sessionBus, Variant, type MessageBus } from '@particle/dbus-next'
import { WATCHER, WATCHER_PATH } from '../tray-host-rules'

export type Answer = boolean | 'unknown-property'

export class FakeWatcher {
  readonly #bus: MessageBus
  #answer: Answer

  private constructor(bus: MessageBus, answer: Answer) {
    this.#bus = bus
    this.#answer = answer
    bus.addMethodHandler((message: Message) => this.#serve(message))
  }

  static async start(busAddress: string, answer: Answer): Promise<FakeWatcher> {
    const bus = sessionBus({ busAddress })
    const watcher = new FakeWatcher(bus, answer)
    await bus.requestName(WATCHER)
    return watcher
  }

  /** A panel comes or goes. */
  panel(there: boolean): void {
    this.#answer = there
    const member = there ? 'StatusNotifierHostRegistered' : 'StatusNotifierHostUnregistered'
    this.#bus.send(Message.newSignal(WATCHER_PATH, WATCHER, member))
  }

  end(): void {
    this.#bus.disconnect()
  }

  #serve(message: Message): boolean {
    if (message.member !== 'Get' || message.path !== WATCHER_PATH) return false
    const reply =
      this.#answer === 'unknown-property'
        ? Message.newError(message as never, 'org.freedesktop.DBus.Error.UnknownProperty', 'no')
        : Message.newMethodReturn(message, 'v', [new Variant('b', this.#answer)])
    this.#bus.send(reply)
    return true
  }
}
