// Owns the list of sources as it grows: names first, pictures after, what vanished goes. Pure.
import { MAX_SOURCES, MAX_TITLE_CHARS, type ShareSource } from '../../shared/model/share'
import { cleanText } from '../../shared/clean-text'
import type { SourceKind } from './look-plan'
import { groupOf } from './source-groups'

export type Picture =
  { readonly is: 'not-taken' } | { readonly is: 'failed' } | { readonly is: 'taken'; readonly url: string }

/** A source as one look saw it. `icon` is null where it has none, or wasn't asked for. */
export type SeenSource = {
  readonly id: string
  readonly name: string
  readonly icon: string | null
  readonly picture: Picture
}

export type SourceList = Readonly<Record<SourceKind, readonly SeenSource[]>>
export const EMPTY_LIST: SourceList = { screen: [], window: [] }

/**
 * A look that found nothing at all found nothing out: no system is without a screen, and macOS answers so when it is
 * asked too often.
 */
export function withLook(
  list: SourceList,
  kinds: readonly SourceKind[],
  seen: readonly SeenSource[],
): SourceList {
  if (seen.length === 0) return list
  const known = new Map([...list.screen, ...list.window].map((source) => [source.id, source]))
  const now = (kind: SourceKind): readonly SeenSource[] =>
    kinds.includes(kind)
      ? seen
          .filter(({ id }) => kindOf(id) === kind)
          .map((source) => keepPictures(source, known.get(source.id)))
      : list[kind]
  return { screen: now('screen'), window: now('window') }
}

/** A picture that wasn't taken this time, or couldn't be, doesn't take away the one that was. */
function keepPictures(source: SeenSource, before: SeenSource | undefined): SeenSource {
  if (!before) return source
  const picture =
    source.picture.is === 'taken' || before.picture.is === 'not-taken' ? source.picture : before.picture
  return { ...source, icon: source.icon ?? before.icon, picture }
}

export const kindOf = (id: string): SourceKind => (id.startsWith('screen:') ? 'screen' : 'window')

export type Programs = ReadonlyMap<string, string>

/** Screens, then windows in the system's order, which is front to back. */
export function listed(
  list: SourceList,
  programs: Programs,
): { readonly sources: readonly ShareSource[]; readonly left: number } {
  const all = [...list.screen, ...list.window]
  const sources = all.slice(0, MAX_SOURCES).map((source) => shown(source, programs.get(source.id) ?? null))
  return { sources, left: all.length - sources.length }
}

function shown({ id, name, icon, picture }: SeenSource, named: string | null): ShareSource {
  const program = named === null ? null : cleanText(named, MAX_TITLE_CHARS) || null
  return {
    id,
    kind: kindOf(id),
    title: cleanTitle(name),
    program,
    group: groupOf({ id, kind: kindOf(id), program, icon }),
    icon,
    thumbnail: picture.is === 'taken' ? picture.url : null,
    thumbnailFailed: picture.is === 'failed',
  }
}

/** Cut before it is cleaned, too: nobody waits for 300 titles of a hundred thousand characters. */
export const cleanTitle = (title: string): string =>
  cleanText(title.slice(0, 4 * MAX_TITLE_CHARS), MAX_TITLE_CHARS)
