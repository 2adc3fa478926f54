// Owns everything that is there because something is shared, and its end: the sharing bar, the border, watching the source
// and the lock. Each is handed in; what they look like and how they do it is theirs.
import type { Rectangle } from 'electron'
import type { ShareAbilities, ShareShown, SourceFacts } from '../../shared/model/share'
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
  readonly tellBar: (shown: ShareShown) => void
  readonly tell: <N extends EventName>(asker: Asker, name: N, payload: EventPayload<N>) => void
  readonly offerSuccessor: (asker: Asker, offer: { readonly id: string; readonly name: string }) => string
  /** The app's window to the front: what was pressed goes on there. */
  readonly bringApp: (asker: Asker) => void
  /** Its window was closed: without this the bar would keep the app alive. */
  readonly watchPage: (asker: Asker, gone: () => void) => () => void
}

type Current = { readonly shown: ShareShown; readonly asker: Asker }

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
      current = { shown, asker }
      session ??= createSession(parts, asker, finish)
      session.follow(shown)
      parts.tellBar(shown)
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
  readonly follow: (shown: ShareShown) => void
  readonly fit: (heightPx: number) => void
  readonly end: () => void
}

function createSession(parts: ShownParts, asker: Asker, finish: () => void): Session {
  const { displays } = parts
  const bar = createLastingBar(parts, () => parts.tell(asker, 'bar.pressed', { press: 'stop' }))
  let source: FollowedSource | null = null
  const undo = [
    parts.watchPage(asker, finish),
    parts.watchLock((locked) => parts.tell(asker, 'share.locked', { locked })),
    displays.hear(() => {
      bar.keepOnDisplay()
      source?.displaysChanged()
    }),
  ]
  return {
    fit: bar.fit,
    follow(shown) {
      if (source !== null && source.id === shown.sourceId && source.kind === shown.kind) return
      source?.end()
      source = followSource(parts, bar, { asker, sourceId: shown.sourceId, kind: shown.kind })
    },
    end() {
      for (const stop of undo) stop()
      source?.end()
      bar.end()
    },
  }
}

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
  readonly displaysChanged: () => void
  readonly end: () => void
}

function followSource(parts: ShownParts, bar: Bar, source: Source): FollowedSource {
  const { sourceId: id, kind } = source
  if (kind === 'window' || id === null) return followWindow(parts, bar, source)
  const display = (): Display => parts.displays.ofScreen(id) ?? parts.displays.current()
  const border = parts.abilities.border.screen === 'ours' ? parts.createScreenBorder() : null
  const first = display()
  border?.placeOn(first.bounds)
  bar.placeOn(first.workArea)
  return {
    ...{ id, kind },
    displaysChanged: () => border?.placeOn(display().bounds),
    end: () => border?.end(),
  }
}

function followWindow({ displays, ...parts }: ShownParts, bar: Bar, source: Source): FollowedSource {
  const { asker, sourceId: id, kind } = source
  bar.placeOn(displays.current().workArea)
  const nothing = (): void => undefined
  if (id === null) return { id, kind, displaysChanged: nothing, end: nothing }
  let isFound = false
  const stop = parts.watchWindow(id, parts.abilities.border.window === 'ours', {
    facts: ({ is, successor }) =>
      parts.tell(asker, 'share.facts', {
        ...{ id, is },
        successor: successor && {
          id: successor.id,
          dialogue: parts.offerSuccessor(asker, { id: successor.id, name: successor.title }),
        },
      }),
    found: (bounds) => {
      // Once: a bar that runs after a window that is moved is in the way.
      if (!isFound) bar.placeOn(displays.of(bounds).workArea)
      isFound = true
    },
    restacked: () => bar.raise(),
  })
  return { id, kind, displaysChanged: nothing, end: stop }
}
