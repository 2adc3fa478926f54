// Owns the name of a server as other people know it: what rules about closeness go by. The app may dial its own by loopback.
import type { BaseUrl } from '../../../shared/link/base-url'
import type { Signalling } from '../../rtc/signalling'
import type { CallControllerDeps } from './call-deps'

export function knownAs(
  deps: Pick<CallControllerDeps, 'home' | 'advertisedHome'>,
  signalling: Signalling,
): BaseUrl | null {
  return signalling === deps.home() ? deps.advertisedHome() : signalling.server
}
