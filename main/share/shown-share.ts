// Owns everything that is there because something is shared, and its end: the sharing bar, the border, watching the source
// and the lock. Each is handed in; what they look like and how they do it is theirs.
import type { Rectangle } from 'electron'
import type { BarShown, ShareAbilities, ShareShown, SourceFacts } from '../../shared/model/share'
import { fail, ok } from '../../shared/result'
import type { EventName, EventPayload } from '../../shared/ipc/contract'
import type { Asker } from '../ipc-dispatch'
import type { Bar } from './bar-window'
import type { AfterLoss } from './bar-returns'
import type { ScreenBorder } from './border-strips'
import type { ShownShare } from './share-handlers'

export interface Shown extends ShownShare {
  /** The page that shares crashed or is loading anew. */
  left(asker: Asker): void
}

/** What a window's watch tells. `successor` is a source that nobody offered yet. */
export type WatchedFacts = {
  readonly is: SourceFacts['is']
  readonly successor: { readonly id: string; readonly title: string } | null
}

export type WatchHeard = {
  readonly facts: (facts: WatchedFacts) => void
  /** Where it is, in DIP, once it is known. */
  readonly found: (bounds: Rectangle) => void
  /** Windows were raised or lowered. */
  readonly restacked: () => void
}

export type Display = { readonly bounds: Rectangle; readonly workArea: Rectangle }

export interface Displays {
  /** The one that this screen source is, as far as it is known. */
  ofScreen(sourceId: string): Display | null
  /** The one that most of this is on. */
  of(bounds: Rectangle): Display
  /** The one where the person is now. */
  current(): Display
  hear(changed: () => void): () => void
}

export type ShownParts = {
  readonly abilities: Pick<ShareAbilities, 'bar' | 'border'>
  readonly createBar: (lost: () => void) => Bar
  readonly createScreenBorder: () => ScreenBorder
  readonly displays: Displays
  /** Until its undo; where the system tells nothing it tells nothing. */
  readonly watchWindow: (sourceId: string, withBorder: boolean, heard: WatchHeard) => () => void
  readonly watchLock: (heard: (locked: boolean) => void) => () => void
  readonly afterLoss: () => AfterLoss
  readonly tellBar: (shown: BarShown) => void
  /** Of the program whose window it is, as far as it was seen. */
  readonly iconOf: (sourceId: string) => string | null
  readonly tell: <N extends EventName>(asker: Asker, name: N, payload: EventPayload<N>) => void
  readonly offerSuccessor: (asker: Asker, offer: { readonly id: string; readonly name: string }) => string
  readonly takeBackSuccessor: (asker: Asker) => void
  /** The app's window to the front: what was pressed goes on there. */
  readonly bringApp: (asker: Asker) => void
  /** Its window was closed: without this the bar would keep the app alive. */
  readonly watchPage: (asker: Asker, gone: () => void) => () => void
}

type Current = { readonly shown: BarShown; readonly asker: Asker }

export function createShown(parts: ShownParts): Shown {
  let current: Current | null = null
  let session: Session | null = null

  function finish(): void {
    current = null
    session?.end()
    session = null
  }

  return {
    show(shown, asker) {
      if (shown === null) {
        if (current?.asker === asker) finish()
        return ok(undefined)
      }
      if (current !== null && current.asker !== asker) finish()
      session ??= createSession(parts, asker, finish)
      current = { shown: { ...shown, icon: session.follow(shown) }, asker }
      parts.tellBar(current.shown)
      return ok(undefined)
    },
    read: () => current?.shown ?? null,
    press(press) {
      if (current === null) return fail('not-found')
      if (press === 'open' || press === 'switch') parts.bringApp(current.asker)
      parts.tell(current.asker, 'bar.pressed', { press })
      return ok(undefined)
    },
    fit(heightPx) {
      session?.fit(heightPx)
      return ok(undefined)
    },
    left(asker) {
      if (current?.asker === asker) finish()
    },
  }
}

type Session = {
  /** Its icon. */
  readonly follow: (shown: ShareShown) => string | null
  readonly fit: (heightPx: number) => void
  readonly end: () => void
}

function createSession(parts: ShownParts, asker: Asker, finish: () => void): Session {
  const { displays } = parts
  const bar = createLastingBar(parts, () => parts.tell(asker, 'bar.pressed', { press: 'stop' }))
  let source: FollowedSource | null = null
  let icon: string | null = null
  let wasLost = false
  let isLocked = false
  const tellLock = (locked: boolean): void => {
    isLocked = locked
    parts.tell(asker, 'share.locked', { locked })
  }
  const undo = [
    parts.watchPage(asker, finish),
    parts.watchLock(tellLock),
    displays.hear(() => {
      bar.keepOnDisplay()
      source?.displaysChanged()
    }),
  ]
  return {
    fit: bar.fit,
    follow(shown) {
      const { sourceId, kind } = shown
      // An X server gives the number of a window that is gone to the next one, which is another window all the same.
      const isAnother = wasLost && !isLost(shown)
      wasLost = isLost(shown)
      if (source !== null && source.id === sourceId && source.kind === kind && !isAnother) return icon
      const seen = sourceId === null ? null : parts.iconOf(sourceId)
      // No picker saw the window that took the place of another, but it is the same program's.
      icon = seen ?? (sourceId !== null && sourceId === source?.successor() ? icon : null)
      source?.end()
      source = followSource(parts, bar, { asker, sourceId, kind })
      return icon
    },
    end() {
      for (const stop of undo) stop()
      source?.end()
      bar.end()
      // Nobody hears of the unlocking any more, and the next share isn't held for it.
      if (isLocked) tellLock(false)
    },
  }
}

const isLost = ({ held }: ShareShown): boolean => held === 'lost' || held === 'came-back'

/** The bar, as often as it comes back; nothing where windows can't stay on top. */
function createLastingBar({ abilities, createBar, afterLoss }: ShownParts, stopSharing: () => void): Bar {
  let area: Rectangle | null = null
  let ended = false
  const create = (): Bar =>
    createBar(() => {
      bar = null
      if (ended) return
      if (afterLoss() === 'stops-sharing') return stopSharing()
      bar = create()
      if (area) bar.placeOn(area)
    })
  let bar: Bar | null = abilities.bar ? create() : null
  return {
    placeOn(next) {
      area = next
      bar?.placeOn(next)
    },
    fit: (heightPx) => bar?.fit(heightPx),
    raise: () => bar?.raise(),
    keepOnDisplay: () => bar?.keepOnDisplay(),
    end() {
      ended = true
      bar?.end()
      bar = null
    },
  }
}

type Source = {
  readonly asker: Asker
  readonly sourceId: string | null
  readonly kind: ShareShown['kind']
}
type FollowedSource = {
  readonly id: string | null
  readonly kind: ShareShown['kind']
  /** The one that took its place. */
  readonly successor: () => string | null
  readonly displaysChanged: () => void
  readonly end: () => void
}

function followSource(parts: ShownParts, bar: Bar, source: Source): FollowedSource {
  const { sourceId: id, kind } = source
  if (kind === 'window' || id === null) return followWindow(parts, bar, source)
  const border = parts.abilities.border.screen === 'ours' ? parts.createScreenBorder() : null
  // Rather none than one on a display that isn't shared.
  const placeBorder = (): void => border?.placeOn(parts.displays.ofScreen(id)?.bounds ?? null)
  placeBorder()
  bar.placeOn((parts.displays.ofScreen(id) ?? parts.displays.current()).workArea)
  return { id, kind, successor: () => null, displaysChanged: placeBorder, end: () => border?.end() }
}

function followWindow({ displays, ...parts }: ShownParts, bar: Bar, source: Source): FollowedSource {
  const { asker, sourceId: id, kind } = source
  bar.placeOn(displays.current().workArea)
  const nothing = (): void => undefined
  if (id === null) return { id, kind, successor: () => null, displaysChanged: nothing, end: nothing }
  let isFound = false
  let successorId: string | null = null
  const offered = ({ id: next, title }: NonNullable<WatchedFacts['successor']>) => ({
    ...{ id: next, title },
    dialogue: parts.offerSuccessor(asker, { id: next, name: title }),
  })
  const stop = parts.watchWindow(id, parts.abilities.border.window === 'ours', {
    facts({ is, successor }) {
      successorId = successor?.id ?? null
      parts.tell(asker, 'share.facts', { id, is, successor: successor && offered(successor) })
    },
    found: (bounds) => {
      // Once: a bar that runs after a window that is moved is in the way.
      if (!isFound) bar.placeOn(displays.of(bounds).workArea)
      isFound = true
    },
    restacked: () => bar.raise(),
  })
  return {
    ...{ id, kind, displaysChanged: nothing },
    successor: () => successorId,
    end() {
      stop()
      // What nobody may share any more can't be chosen any more.
      parts.takeBackSuccessor(asker)
    },
  }
}
