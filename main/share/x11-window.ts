// Owns watching one window through the X server while it is shared: whether it is seen, where it is, what took its place.
// What properties mean is x11-properties.ts; who may have taken its place x11-successor.ts; the strips x11-border.ts.
import type { Rectangle } from 'electron'
import { aroundWindow } from './border-geometry'
import { BORDER_THICKNESS } from './border-look'
import type { WatchedFacts, WatchHeard } from './shown-share'
import type { X11Atom } from './x11-atoms'
import { createX11Border, type X11Border } from './x11-border'
import type { X11, X11Event } from './x11-connection'
import {
  cardinal,
  cardinals,
  programName,
  sourceIdOf,
  visibleBounds,
  windowIs,
  windowTitle,
} from './x11-properties'
import { createPaced } from './paced'
import { createSuccessors, type Candidate, type Named, type Successors } from './x11-successor'

export type X11WindowParts = {
  readonly x11: X11
  readonly window: number
  readonly withBorder: boolean
  readonly heard: WatchHeard
  /** In the X server's pixels. */
  readonly screens: () => readonly Rectangle[]
  readonly inDip: (bounds: Rectangle) => Rectangle
  readonly nowMs: () => number
  readonly after: (ms: number, run: () => void) => () => void
}

/** A window that moves or changes its title a thousand times a second is looked at once a frame. */
const PACE_MS = 16
const LIST_PACE_MS = 100
const MAX_TEXT_BYTES = 1_024
const MAX_LIST_BYTES = 8_192
/** Window managers put one or two windows around it. */
const DEEPEST = 8

const LOOKS: ReadonlySet<X11Atom | null> = new Set([
  'WM_STATE',
  '_NET_WM_STATE',
  '_NET_WM_DESKTOP',
  '_NET_WM_NAME',
  'WM_NAME',
  '_NET_FRAME_EXTENTS',
  '_GTK_FRAME_EXTENTS',
])

type Watched = {
  readonly parts: X11WindowParts
  readonly successors: Successors
  readonly tell: (facts: WatchedFacts) => void
  /** The outermost window around it, the root's child. */
  frame: number
  named: Named
  border: X11Border | null
  is: WatchedFacts['is'] | null
  ended: boolean
}

export function watchX11Window(parts: X11WindowParts): () => void {
  const { x11, window } = parts
  const watched: Watched = {
    parts,
    successors: createSuccessors(parts.nowMs),
    tell: onChange(parts.heard.facts),
    frame: window,
    named: { program: '', title: '', isMain: true },
    border: null,
    is: null,
    ended: false,
  }
  const look = createPaced(() => lookAtWindow(watched), PACE_MS, parts.after)
  const list = createPaced(() => lookForSuccessor(watched), LIST_PACE_MS, parts.after)
  const unhear = x11.hear((event) => react(watched, event, { look: look.ask, list: list.ask }))
  x11.watch(x11.root)
  x11.watch(window)
  void begin(watched).then(look.ask)
  list.ask()
  return () => {
    watched.ended = true
    unhear()
    look.end()
    list.end()
    watched.border?.end()
  }
}

async function begin(watched: Watched): Promise<void> {
  const { x11, withBorder } = watched.parts
  const border = withBorder ? await createX11Border(x11) : null
  if (watched.ended) return border?.end()
  watched.border = border
  await findFrame(watched)
}

async function findFrame(watched: Watched): Promise<void> {
  const { x11, window } = watched.parts
  let frame = window
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const parent = await x11.parentOf(frame)
    if (parent === null || parent === x11.root || parent === 0) break
    frame = parent
  }
  watched.frame = frame
  if (frame !== window && !watched.ended) x11.watch(frame)
}

function react(watched: Watched, event: X11Event, ask: { look: () => void; list: () => void }): void {
  const { x11, window, heard } = watched.parts
  if (event.is === 'property' && event.window === x11.root) {
    if (event.atom === '_NET_CURRENT_DESKTOP') ask.look()
    if (event.atom === '_NET_CLIENT_LIST') ask.list()
    if (event.atom === '_NET_ACTIVE_WINDOW' || event.atom === '_NET_CLIENT_LIST_STACKING') {
      ask.look()
      heard.restacked()
    }
    return
  }
  // A candidate or the successor, which may have the old one's number: it got its title, or is gone again.
  if (watched.is === 'gone') return ask.list()
  if (event.window === window) return reactToWindow(watched, event, ask)
  if (event.window === watched.frame && event.is === 'moved') ask.look()
}

function reactToWindow(watched: Watched, event: X11Event, ask: { look: () => void; list: () => void }): void {
  switch (event.is) {
    case 'property':
      if (LOOKS.has(event.atom)) ask.look()
      return
    case 'moved':
      return ask.look()
    case 'reparented':
      void findFrame(watched).then(ask.look)
      return
    case 'destroyed':
      lose(watched)
      return ask.list()
  }
}

/** Asked anew after each wait. */
const isGone = ({ is }: Watched): boolean => is === 'gone'
const isOver = ({ ended }: Watched): boolean => ended

async function lookAtWindow(watched: Watched): Promise<void> {
  const { x11, window } = watched.parts
  if (isGone(watched)) return
  const read = (name: X11Atom, bytes = MAX_TEXT_BYTES): Promise<Buffer | null> =>
    x11.read(window, name, bytes)
  const [content, frame, shadow, netStates, wmState, desktop, current] = await Promise.all([
    x11.boundsOf(window),
    read('_NET_FRAME_EXTENTS'),
    read('_GTK_FRAME_EXTENTS'),
    read('_NET_WM_STATE'),
    read('WM_STATE'),
    read('_NET_WM_DESKTOP'),
    x11.read(x11.root, '_NET_CURRENT_DESKTOP', 4),
  ])
  const named = await readNames(x11, window)
  if (isOver(watched) || isGone(watched)) return
  if (content === 'gone') return lose(watched)
  watched.named = named.program === '' ? watched.named : named
  watched.is = windowIs({
    wmState: cardinal(wmState),
    netStates: cardinals(netStates),
    hiddenState: x11.atomValue('_NET_WM_STATE_HIDDEN'),
    desktop: cardinal(desktop),
    currentDesktop: cardinal(current),
  })
  watched.tell({ is: watched.is, successor: null })
  if (content) place(watched, visibleBounds(content, cardinals(frame), cardinals(shadow)))
}

function place({ parts, border, frame, is }: Watched, bounds: Rectangle): void {
  const strips = is === 'shown' ? aroundWindow(bounds, parts.screens(), BORDER_THICKNESS) : null
  border?.place(strips, frame)
  if (is === 'shown') parts.heard.found(parts.inDip(bounds))
}

async function readNames(x11: X11, window: number): Promise<Named> {
  const [wmClass, utf8, latin1, types] = await Promise.all([
    x11.read(window, 'WM_CLASS', MAX_TEXT_BYTES),
    x11.read(window, '_NET_WM_NAME', MAX_TEXT_BYTES),
    x11.read(window, 'WM_NAME', MAX_TEXT_BYTES),
    x11.read(window, '_NET_WM_WINDOW_TYPE', MAX_TEXT_BYTES),
  ])
  const normal = x11.atomValue('_NET_WM_WINDOW_TYPE_NORMAL')
  return {
    ...{ program: programName(wmClass), title: windowTitle(utf8, latin1) },
    isMain: types === null || cardinals(types).some((type) => type === normal),
  }
}

function lose(watched: Watched): void {
  if (watched.is === 'gone') return
  watched.is = 'gone'
  watched.border?.place(null, watched.frame)
  watched.successors.lost(watched.named, watched.parts.window)
  watched.tell({ is: 'gone', successor: null })
}

async function lookForSuccessor(watched: Watched): Promise<void> {
  const { x11 } = watched.parts
  const { successors } = watched
  const listed = cardinals(await x11.read(x11.root, '_NET_CLIENT_LIST', MAX_LIST_BYTES))
  if (isOver(watched)) return
  successors.listed(listed)
  if (!isGone(watched)) return
  const found = successors.isOver() ? null : await findSuccessor(watched)
  if (isOver(watched)) return
  watched.tell({ is: 'gone', successor: found && { id: sourceIdOf(found.window), title: found.title } })
}

async function findSuccessor({
  parts: { x11 },
  successors,
}: Watched): Promise<{ readonly window: number; readonly title: string } | null> {
  const named: Candidate[] = []
  for (const window of successors.candidates()) {
    // Its title may come later than the window.
    x11.watch(window)
    named.push({ ...(await readNames(x11, window)), window })
  }
  return successors.choose(named)
}

/** Only what is new is told. */
function onChange(tell: (facts: WatchedFacts) => void): (facts: WatchedFacts) => void {
  let last = ''
  return (facts) => {
    const now = `${facts.is} ${facts.successor?.id ?? ''} ${facts.successor?.title ?? ''}`
    if (now !== last) tell(facts)
    last = now
  }
}
