// Owns when the home server wants a join code that it didn't get. Pure.
import type { FailureCode } from '../../../shared/failure'
import type { ConnectionState } from './connection-store'

export type JoinTrouble = Extract<FailureCode, 'join-code-needed' | 'join-code-wrong'>

export const isJoinTrouble = (code: FailureCode): code is JoinTrouble =>
  code === 'join-code-needed' || code === 'join-code-wrong'

export function joinTrouble({ home }: Pick<ConnectionState, 'home'>): JoinTrouble | null {
  return 'code' in home && isJoinTrouble(home.code) ? home.code : null
}
