// Owns which server brought which link, so that main can check a call back against it before it lets us dial there.
import type { BaseUrl } from '../../../shared/link/base-url'
import { appLink, parseCallLink, type CallLink } from '../../../shared/link/call-link'

export interface LearnedLinks {
  add(link: string, via: BaseUrl): void
  /** Null for a link that only the user ever brought. */
  viaOf(link: CallLink): BaseUrl | null
  /** As text, maybe none at all. */
  viaOfText(link: string | null): BaseUrl | null
}

const KEPT = 200

/** `stored`: what is known from before this start. */
export function createLearnedLinks(stored: (link: CallLink) => BaseUrl | null): LearnedLinks {
  // By the app link: the same place has two forms.
  const learned = new Map<string, BaseUrl>()
  const viaOf = (link: CallLink): BaseUrl | null => learned.get(appLink(link)) ?? stored(link)
  return {
    add(link, via) {
      const parsed = parseCallLink(link)
      if (!parsed.ok) return
      learned.set(appLink(parsed.value), via)
      for (const oldest of learned.keys()) {
        if (learned.size <= KEPT) break
        learned.delete(oldest)
      }
    },
    viaOf,
    viaOfText(link) {
      const parsed = link === null ? null : parseCallLink(link)
      return parsed?.ok ? viaOf(parsed.value) : null
    },
  }
}
