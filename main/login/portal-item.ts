// Owns starting with the session in Flatpak and Snap. The portal only takes wishes: what it has is known once it has answered.
import type { LoginState } from '../../shared/model/login'
import { ok } from '../../shared/result'
import type { LoginItem } from './login-kind'
import { stateAfterAnswer } from './portal-rules'

/** The body of the portal's answer; null: there is no portal, or no answer. */
export type AskPortal = (autostart: boolean, command: readonly string[]) => Promise<readonly unknown[] | null>

export type PortalParts = {
  readonly ask: AskPortal
  readonly command: readonly string[]
  /** This start is one that only the session makes: then it is on. */
  readonly startedHidden: boolean
}

export function createPortalItem({ ask, command, startedHidden }: PortalParts): LoginItem {
  let known: LoginState = startedHidden ? { is: 'on' } : { is: 'off', why: 'not-told' }
  return {
    read: () => Promise.resolve(known),
    async set(on) {
      const answer = await ask(on, command)
      known = answer === null ? { is: 'unavailable', why: 'no-portal' } : stateAfterAnswer(answer, on)
      return ok(known)
    },
  }
}
