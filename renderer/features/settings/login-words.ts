// Owns what the switch of starting at login shows for what the system has set. Pure.
import type { LoginState } from '../../../shared/model/login'
import { settingsWords } from '../../../shared/text/en-settings'

export interface LoginShown {
  readonly on: boolean
  readonly possible: boolean
  readonly hint: string
  /** What the user can do about it; null: nothing is wrong. */
  readonly problem: string | null
}

const words = settingsWords.login

export function loginShown(state: LoginState): LoginShown {
  const shown = { on: false, possible: true, hint: words.hint, problem: null }
  switch (state.is) {
    case 'on':
      return { ...shown, on: true }
    case 'off':
      return { ...shown, problem: state.why === null ? null : words.off[state.why] }
    case 'needs-approval':
      return { ...shown, problem: words.needsApproval }
    case 'unavailable':
      return { ...shown, possible: false, hint: words.unavailable[state.why] }
  }
}
