// Owns call links: writing both forms, and reading whatever a person pastes. Says what is wrong, never guesses.
import { fail, ok, type Result } from '../result'
import { IDENTITY_PATTERN } from '../protocol/identity'
import { MAX_LINK_CHARS } from '../protocol/limits'
import { normaliseBaseUrl, type BaseUrl } from './base-url'

export type CallLink = { readonly id: string; readonly server: BaseUrl }

export type LinkProblem =
  | 'empty'
  | 'too-long'
  | 'not-a-call-link'
  | 'id-too-short'
  | 'id-too-long'
  | 'id-wrong-characters'
  | 'server-missing'
  | 'server-malformed'

/** `parley://call/<id>?server=<base URL>`: what the app opens. */
export function appLink(link: CallLink): string {
  return `parley://call/${link.id}?server=${encodeURIComponent(link.server)}`
}

/** `<base URL>#/call/<id>`: what a browser opens, only where that server serves the guest page securely. */
export function webLink(link: CallLink): string {
  return `${link.server}#/call/${link.id}`
}

// encodeURIComponent and decodeURIComponent are part of the language, not of a host.
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null // a stray per cent sign
  }
}

function checkedId(text: string): Result<string, LinkProblem> {
  const id = text.toLowerCase()
  if (/[^0-9a-f]/.test(id)) return fail('id-wrong-characters')
  if (id.length < 32) return fail('id-too-short', String(id.length))
  if (!IDENTITY_PATTERN.test(id)) return fail('id-too-long', String(id.length))
  return ok(id)
}

/** `detail` of a failure is the number of characters found, where that helps. */
export function parseCallLink(pasted: string): Result<CallLink, LinkProblem> {
  const text = pasted.trim().replace(/^<|>$/g, '')
  if (text === '') return fail('empty')
  if (text.length > MAX_LINK_CHARS) return fail('too-long')
  const app = /^parley:(?:\/\/)?call\/([^?#/]*)\/?(?:\?([^#]*))?$/i.exec(text)
  const web = /^(https?:\/\/[^#]+)#\/call\/([^?#/]*)\/?$/i.exec(text)
  if (!app && !web) return fail('not-a-call-link')
  const id = checkedId((app ? app[1] : web?.[2]) ?? '')
  if (!id.ok) return id
  const server = app ? serverParameter(app[2] ?? '') : (web?.[1] ?? '')
  if (server === null) return fail('server-missing')
  const base = normaliseBaseUrl(server)
  return base.ok ? ok({ id: id.value, server: base.value }) : fail('server-malformed')
}

function serverParameter(query: string): string | null {
  for (const pair of query.split('&')) {
    if (pair.startsWith('server=')) return decoded(pair.slice('server='.length))
  }
  return null
}
