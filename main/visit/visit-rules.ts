// Owns whether another server may be visited: one that a link named must be no closer than the server it came over.
import { fail, ok, type Result } from '../../shared/result'
import { mayBeUsedFrom, normaliseBaseUrl, type BaseUrl } from '../../shared/link/base-url'

/** `via`: base URL of the server that brought the link; null where the user typed, pasted or opened it. */
export function checkVisit(server: string, via: string | null): Result<BaseUrl> {
  const target = normaliseBaseUrl(server)
  if (!target.ok) return fail('bad-input', target.code)
  if (via === null) return target
  const source = normaliseBaseUrl(via)
  if (!source.ok) return fail('visit-not-allowed', source.code)
  return mayBeUsedFrom(target.value, source.value) ? ok(target.value) : fail('visit-closer-than-source')
}
