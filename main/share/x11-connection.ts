// Owns the connection to the X server, through which windows tell more than Electron does. The only importer of x11, and only
// when a connection is opened. Every question has a time limit and every answer a bound; null: no answer.
import type * as library from 'x11'
import type { Client, Geometry, Property, Screen } from 'x11'
import type { Rectangle } from 'electron'
import { after } from '../system/timers'
import { X11_ATOMS, type X11Atom } from './x11-atoms'

export type X11Event =
  /** `atom`: null for one that we don't know. */
  | { readonly is: 'property'; readonly window: number; readonly atom: X11Atom | null }
  | { readonly is: 'moved' | 'reparented' | 'destroyed'; readonly window: number }

export interface X11 {
  readonly root: number
  /** The first `maxBytes` of a property. */
  read(window: number, name: X11Atom, maxBytes: number): Promise<Buffer | null>
  atomValue(name: X11Atom): number | null
  /** On the whole screen, without what the window manager adds. */
  boundsOf(window: number): Promise<Rectangle | 'gone' | null>
  parentOf(window: number): Promise<number | null>
  /** From now on its events are heard: of the root its properties, of others their moves and their end as well. */
  watch(window: number): void
  hear(heard: (event: X11Event) => void): () => void
  /** For drawing (x11-border.ts); null after the end. */
  raw(): { readonly client: Client; readonly screen: Screen } | null
  close(): void
}

/** A window manager that hangs must not hold anything up. */
const ANSWER_MS = 2_000
const OPEN_MS = 3_000
const PROPERTY_CHANGE = 0x0040_0000
const STRUCTURE_NOTIFY = 0x0002_0000
const ANY_TYPE = 0

/** `lost`: the connection ended by itself. Answers null where there is no X server to speak to. */
export async function openX11(lost: () => void): Promise<X11 | null> {
  const x11 = await import('x11')
  let ended = false
  const end = (client: Client, byItself: boolean): void => {
    if (ended) return
    ended = true
    // None where even connecting took too long.
    if (client.stream) client.terminate()
    if (byItself) lost()
  }
  const opened = await connect(x11, end)
  if (!opened) return null
  const { client, screen } = opened
  const atoms = await internAtoms(client)
  return createX11({ client, screen, atoms, isOver: () => ended, close: () => end(client, false) })
}

type Opened = { readonly client: Client; readonly screen: Screen }

function connect(
  { createClient }: typeof library,
  end: (client: Client, byItself: boolean) => void,
): Promise<Opened | null> {
  return new Promise<Opened | null>((resolve) => {
    let isLate = false
    let begun: Client | null = null
    const giveUp = after(OPEN_MS, () => {
      isLate = true
      if (begun) end(begun, false)
      resolve(null)
    })
    const client = createClient({ disableBigRequests: true, shm: 'off' }, (error, display) => {
      giveUp()
      const screen = error ? undefined : display.screen[0]
      // Nobody waits for it any more.
      if (isLate && screen) client.terminate()
      resolve(screen ? { client, screen } : null)
    })
    begun = client
    client.on('end', () => end(client, true))
    // A window that is gone is no loss of the connection: its questions are answered with null.
    client.on('error', (error) => {
      if (!isAboutOneRequest(error)) end(client, true)
    })
  }).catch(() => null) // thrown where DISPLAY names no display
}

const isAboutOneRequest = (error: unknown): boolean =>
  error instanceof Error && 'error' in error && typeof error.error === 'number'

type Place = { readonly destX: number; readonly destY: number }
type Atoms = ReadonlyMap<X11Atom, number>

async function internAtoms(client: Client): Promise<Atoms> {
  const found = await Promise.all(
    X11_ATOMS.map(
      async (name) => [name, await answer<number>((reply) => client.InternAtom(false, name, reply))] as const,
    ),
  )
  return new Map(found.flatMap(([name, atom]) => (atom === null ? [] : [[name, atom]])))
}

type Send<T> = (reply: (error: Error | null | undefined, value: T) => boolean) => void

/** null: refused, or none in time. */
function answer<T>(ask: Send<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const giveUp = after(ANSWER_MS, () => resolve(null))
    ask((error, value) => {
      giveUp()
      resolve(error ? null : value)
      return true
    })
  })
}

type Parts = {
  readonly client: Client
  readonly screen: Screen
  readonly atoms: Atoms
  readonly isOver: () => boolean
  readonly close: () => void
}

function createX11({ client, screen, atoms, isOver, close }: Parts): X11 {
  return {
    ...askingWith({ client, screen, atoms, isOver }),
    ...hearingFrom({ client, screen, atoms, isOver }),
    root: screen.root,
    atomValue: (name) => atoms.get(name) ?? null,
    raw: () => (isOver() ? null : { client, screen }),
    close,
  }
}

type Ask = Omit<Parts, 'close'>

function askingWith({ client, screen, atoms, isOver }: Ask): Pick<X11, 'read' | 'boundsOf' | 'parentOf'> {
  const ask = <T>(send: Send<T>): Promise<T | null> => (isOver() ? Promise.resolve(null) : answer(send))
  return {
    async read(window, name, maxBytes) {
      const atom = atoms.get(name)
      if (atom === undefined) return null
      const property = await ask<Property>((reply) =>
        client.GetProperty(0, window, atom, ANY_TYPE, 0, Math.ceil(maxBytes / 4), reply),
      )
      return property && property.type !== 0 ? property.data.subarray(0, maxBytes) : null
    },
    async boundsOf(window) {
      const refused = { by: 'nobody' }
      const [size, place] = await Promise.all([
        ask<Geometry>((reply) =>
          client.GetGeometry(window, (error, value) => {
            if (error) refused.by = 'server'
            return reply(error, value)
          }),
        ),
        ask<Place>((reply) => client.TranslateCoordinates(window, screen.root, 0, 0, reply)),
      ])
      if (refused.by === 'server') return 'gone'
      return size && place && { x: place.destX, y: place.destY, width: size.width, height: size.height }
    },
    async parentOf(window) {
      const tree = await ask<{ readonly parent: number }>((reply) => client.QueryTree(window, reply))
      return tree?.parent ?? null
    },
  }
}

function hearingFrom({ client, screen, atoms, isOver }: Ask): Pick<X11, 'watch' | 'hear'> {
  const listeners = new Set<(event: X11Event) => void>()
  const names = new Map([...atoms].map(([name, atom]) => [atom, name]))
  client.on('event', ({ name, wid: window, atom }) => {
    const kind = EVENT_KINDS[name ?? '']
    if (kind === undefined || window === undefined) return
    const event: X11Event =
      kind === 'property' ? { is: kind, window, atom: names.get(atom ?? 0) ?? null } : { is: kind, window }
    for (const heard of [...listeners]) heard(event)
  })
  return {
    watch(window) {
      if (isOver()) return
      const eventMask = window === screen.root ? PROPERTY_CHANGE : PROPERTY_CHANGE | STRUCTURE_NOTIFY
      client.ChangeWindowAttributes(window, { eventMask })
    },
    hear(heard) {
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
  }
}

const EVENT_KINDS: Readonly<Record<string, X11Event['is']>> = {
  PropertyNotify: 'property',
  ConfigureNotify: 'moved',
  ReparentNotify: 'reparented',
  DestroyNotify: 'destroyed',
}
