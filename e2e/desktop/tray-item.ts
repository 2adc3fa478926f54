// Owns reading an app's tray item over D-Bus, and using it: its icon, its words, its menu, a click.
// https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/
import { variant, type BusConnection, type Target } from './bus-connection'

const ITEM = 'org.kde.StatusNotifierItem'
const MENU = 'com.canonical.dbusmenu'

export interface TrayLook {
  readonly id: unknown
  readonly title: unknown
  readonly status: unknown
  readonly iconName: unknown
  /** ARGB, big endian, row after row. */
  readonly pixmaps: readonly { readonly width: number; readonly height: number; readonly argb: Uint8Array }[]
  /** Title and text together. */
  readonly toolTip: string
}

export interface MenuEntry {
  readonly id: number
  readonly label: string
  readonly type: 'standard' | 'separator'
  readonly enabled: boolean
  readonly visible: boolean
  /** null: it can't be. */
  readonly checked: boolean | null
  readonly entries: readonly MenuEntry[]
}

export class TrayItem {
  readonly owner: string
  readonly #at: Target
  readonly #bus: BusConnection

  constructor(
    bus: BusConnection,
    owner: string,
    at: { readonly destination: string; readonly path: string },
  ) {
    this.#bus = bus
    this.owner = owner
    this.#at = { ...at, interface: ITEM }
  }

  async look(): Promise<TrayLook> {
    const of = (name: string): Promise<unknown> => this.#bus.property(this.#at, name)
    const [id, title, status, iconName, pixmaps, toolTip] = await Promise.all(
      ['Id', 'Title', 'Status', 'IconName', 'IconPixmap', 'ToolTip'].map(of),
    )
    return { id, title, status, iconName, pixmaps: pixmapsOf(pixmaps), toolTip: toolTipOf(toolTip) }
  }

  /** A click on the icon. */
  async activate(): Promise<void> {
    await this.#bus.ask(this.#at, 'Activate', 'ii', [0, 0])
  }

  async menu(): Promise<readonly MenuEntry[]> {
    const at = await this.#menu()
    // Some build it only when it is about to open; Chromium answers with an error.
    await this.#bus.tryAsk(at, 'AboutToShow', 'i', [0])
    const [, layout] = await this.#bus.ask(at, 'GetLayout', 'iias', [0, -1, []])
    return entryOf(layout)?.entries ?? []
  }

  /** By labels, from the outermost; mnemonics left out. */
  async click(...labels: readonly string[]): Promise<void> {
    await (await this.entry(...labels)).press()
  }

  /** As `click`, in two steps: found now, pressed when it is told. */
  async entry(...labels: readonly string[]): Promise<{ readonly press: () => Promise<void> }> {
    let entries = await this.menu()
    let found: MenuEntry | undefined
    for (const label of labels) {
      found = entries.find((entry) => entry.label === label && entry.visible)
      if (!found)
        throw new Error(`no entry “${label}” among “${entries.map((entry) => entry.label).join('”, “')}”`)
      entries = found.entries
    }
    if (!found) throw new Error('which entry?')
    if (!found.enabled) throw new Error(`“${found.label}” can’t be clicked`)
    const [{ id }, menu] = [found, await this.#menu()]
    return {
      press: async () => {
        await this.#bus.ask(menu, 'Event', 'isvu', [id, 'clicked', variant('i', 0), 0])
      },
    }
  }

  async #menu(): Promise<Target> {
    const path = await this.#bus.property(this.#at, 'Menu')
    if (typeof path !== 'string') throw new Error('the tray item has no menu')
    return { destination: this.#at.destination, path, interface: MENU }
  }
}

function pixmapsOf(value: unknown): TrayLook['pixmaps'] {
  return listOf(value).flatMap((pixmap) => {
    const [width, height, argb] = listOf(pixmap)
    const isOne = typeof width === 'number' && typeof height === 'number' && argb instanceof Uint8Array
    return isOne ? [{ width, height, argb }] : []
  })
}

/** A structure of icon name, pixmaps, title and text. */
function toolTipOf(value: unknown): string {
  const [, , title, text] = listOf(value)
  return [title, text].filter((part) => typeof part === 'string' && part !== '').join('\n')
}

/** A structure of id, properties and children. */
function entryOf(value: unknown): MenuEntry | null {
  const [id, properties, children] = listOf(value)
  if (typeof id !== 'number') return null
  const of = (name: string): unknown =>
    typeof properties === 'object' && properties !== null ? Reflect.get(properties, name) : undefined
  const label = of('label')
  return {
    id,
    label: typeof label === 'string' ? withoutMnemonic(label) : '',
    type: of('type') === 'separator' ? 'separator' : 'standard',
    enabled: of('enabled') !== false,
    visible: of('visible') !== false,
    checked: typeof of('toggle-type') === 'string' ? of('toggle-state') === 1 : null,
    entries: listOf(children).flatMap((child) => entryOf(child) ?? []),
  }
}

/** An underscore marks the next letter; two are one. */
const withoutMnemonic = (label: string): string => label.replace(/_(_?)/g, '$1')

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
