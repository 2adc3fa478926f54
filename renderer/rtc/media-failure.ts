// Owns what a refusal of getUserMedia means: the browser's error and the system's word → one of our codes.
import type { FailureCode } from '../../shared/failure'

export type MediaFailure = Extract<
  FailureCode,
  'permission-denied' | 'permission-denied-by-system' | 'device-in-use' | 'device-missing' | 'device-failed'
>

/** What the system says about access; `unknown` where it has no such switch. */
export type SystemAccess = 'granted' | 'denied' | 'unknown'

/**
 * Names are those of https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia. A system's refusal has
 * the same name as the user's; Chromium tells them apart only by its message, "Permission denied by system".
 */
export function mediaFailure(
  error: { readonly name: string; readonly message: string },
  access: SystemAccess,
): MediaFailure {
  switch (error.name) {
    case 'NotAllowedError':
      return access === 'denied' || /by system/i.test(error.message)
        ? 'permission-denied-by-system'
        : 'permission-denied'
    case 'SecurityError': // a policy of the page or of the browser's administrator
      return 'permission-denied'
    case 'NotReadableError': // Windows and many Linux drivers open a camera once only
    case 'TrackStartError': // the same, as older Chromium called it
      return 'device-in-use'
    case 'NotFoundError':
    case 'OverconstrainedError': // the only hard constraint we set is the device's id
      return 'device-missing'
    default: // AbortError, TypeError on a page without mediaDevices, and whatever comes
      return 'device-failed'
  }
}

/** Whatever was thrown, as far as `mediaFailure` looks at it. */
export function errorFacts(thrown: unknown): { readonly name: string; readonly message: string } {
  return thrown instanceof Error || thrown instanceof DOMException
    ? { name: thrown.name, message: thrown.message }
    : { name: typeof thrown, message: '' }
}
