// Owns the tray: the watcher that apps register their items with.
import { BusConnection, variant, type Call } from './bus-connection'
import { TrayItem } from './tray-item'

const NAME = 'org.kde.StatusNotifierWatcher'
const FROM = { path: '/StatusNotifierWatcher', interface: NAME }
const LEFT = "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'"

export class TrayWatcher {
  readonly #bus: BusConnection
  readonly #changed: () => void
  #items: readonly { readonly name: string; readonly item: TrayItem }[] = []

  private constructor(bus: BusConnection, changed: () => void) {
    this.#bus = bus
    this.#changed = changed
  }

  static async start(address: string, changed: () => void): Promise<TrayWatcher> {
    const bus = await BusConnection.open(address)
    const watcher = new TrayWatcher(bus, changed)
    bus.serve((call) => watcher.#serve(call))
    await bus.listen(LEFT, ({ member, body }) => {
      if (member === 'NameOwnerChanged' && body[2] === '') watcher.#forget(body[0])
    })
    await bus.own(NAME)
    return watcher
  }

  /** The last to come is the first. */
  items(): readonly TrayItem[] {
    return this.#items.map(({ item }) => item)
  }

  end(): void {
    this.#bus.end()
  }

  #serve(call: Call): boolean {
    switch (call.member) {
      case 'RegisterStatusNotifierItem':
        this.#register(call)
        return true
      case 'RegisterStatusNotifierHost':
        call.answer('', [])
        return true
      case 'Get':
        return this.#get(call)
      case 'GetAll':
        call.answer('a{sv}', [this.#properties()])
        return true
      default:
        return false
    }
  }

  #register(call: Call): void {
    const given = String(call.body[0])
    // A path of the sender's, or a name with the usual path.
    const isPath = given.startsWith('/')
    const destination = isPath ? call.sender : given
    const path = isPath ? given : '/StatusNotifierItem'
    const item = new TrayItem(this.#bus, call.sender, { destination, path })
    const name = `${destination}${path}`
    this.#items = [{ name, item }, ...this.#items.filter((known) => known.name !== name)]
    call.answer('', [])
    this.#bus.send(FROM, 'StatusNotifierItemRegistered', 's', [name])
    this.#changed()
  }

  #forget(owner: unknown): void {
    for (const { name } of this.#items.filter(({ item }) => item.owner === owner)) {
      this.#bus.send(FROM, 'StatusNotifierItemUnregistered', 's', [name])
    }
    this.#items = this.#items.filter(
      ({ name, item }) => item.owner !== owner && !name.startsWith(`${String(owner)}/`),
    )
    this.#changed()
  }

  #get(call: Call): boolean {
    const value = this.#properties()[String(call.body[1])]
    if (value === undefined) call.refuse('org.freedesktop.DBus.Error.UnknownProperty')
    else call.answer('v', [value])
    return true
  }

  #properties(): Record<string, ReturnType<typeof variant>> {
    return {
      RegisteredStatusNotifierItems: variant(
        'as',
        this.#items.map(({ name }) => name),
      ),
      IsStatusNotifierHostRegistered: variant('b', true),
      ProtocolVersion: variant('i', 0),
    }
  }
}
