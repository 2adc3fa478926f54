// Owns the words of the Background portal: what is asked, and what its answer means. Pure.
// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Background.html
import type { LoginState } from '../../shared/model/login'
import type { BusSignal } from '../system/session-bus'

export const ANSWER_RULE = `type='signal',interface='org.freedesktop.portal.Request',member='Response'`

/** Its path ends in the word that we gave it, wherever it begins. */
export const isAnswerTo = (token: string, { path, member }: Pick<BusSignal, 'path' | 'member'>): boolean =>
  member === 'Response' && path.endsWith(`/${token}`)

/** 0: done, as `autostart` says; 1: the user said no; 2: it ended in another way. */
export function stateAfterAnswer(body: readonly unknown[], wanted: boolean): LoginState {
  const [response, results] = body
  if (response !== 0) return { is: 'off', why: wanted ? 'refused' : 'not-told' }
  const starts = valueOf(results, 'autostart')
  if (starts === true) return { is: 'on' }
  return { is: 'off', why: wanted ? 'refused' : null }
}

/** In a D-Bus dictionary each value is wrapped. */
function valueOf(results: unknown, key: string): unknown {
  if (typeof results !== 'object' || results === null) return undefined
  const entry: unknown = Reflect.get(results, key)
  return typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'value') : entry
}
