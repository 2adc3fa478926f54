// Owns the rows of the connection panel about what is shared: what either side sends or decodes of it, and what the viewer of
// one's own says they see. Pure; none where nothing is shared.
import { text } from '../../../shared/text/en'
import type { StatsState } from './stats-store'

interface Size {
  readonly width: number
  readonly height: number
}

export interface SharedNow {
  /** The other side shows something. */
  readonly theirs: boolean
  /** What this side shows, as it is sent and as the other side says that they see it; null: nothing. */
  readonly ours: {
    readonly size: Size | null
    readonly seen: (Size & { readonly fps: number }) | null
  } | null
}

interface SharedRow {
  readonly title: string
  /** Null where it isn't known or is no question. */
  readonly received: string | null
  readonly sent: string | null
}

const words = text.connection

export function sharedRows(
  { theirs, ours }: SharedNow,
  screen: StatsState['screen'],
  /** As inside a sentence. */
  name: string,
): readonly SharedRow[] {
  if (!theirs && !ours) return []
  const received = theirs && screen.received ? pictures(screen.received, screen.received.fps) : null
  const sent = ours?.size ? pictures(ours.size, screen.sentFps) : null
  const shared = { title: words.shared, received, sent }
  if (!ours) return [shared]
  const seen = ours.seen && pictures(ours.seen, ours.seen.fps)
  return [shared, { title: words.seenBy(name), received: null, sent: seen }]
}

const pictures = ({ width, height }: Size, fps: number | null): string =>
  fps === null
    ? words.size(width, height)
    : words.sizeAndFps(words.size(width, height), words.fps(Math.round(fps)))
