// Owns the words and the dot of the status row: can I be rung, and where. Pure.
import { hostOf, normaliseBaseUrl } from '../../../shared/link/base-url'
import type { IdentityState } from '../../../shared/model/identity'
import { text } from '../../../shared/text/en'
import type { ConnectionState } from './connection-store'

export interface StatusWords {
  readonly dot: '' | 'warning' | 'danger' | 'off'
  readonly words: string
}

const words = text.status

export function statusWords(connection: ConnectionState, identity: IdentityState['status']): StatusWords {
  const { reach, home } = connection
  if (identity === 'locked' || reach.home.status === 'failed')
    return { dot: 'danger', words: words.cannotBeRung }
  if (reach.home.status === 'starting') return { dot: 'warning', words: words.starting }
  switch (home.status) {
    case 'open':
      return { dot: '', words: readyWords(connection) }
    case 'connecting':
      return { dot: 'warning', words: words.connecting }
    case 'waiting':
    case 'stopped':
      return { dot: 'danger', words: words.cannotBeRung }
    case 'off':
      return { dot: 'off', words: words.off }
  }
}

function readyWords({ reach }: ConnectionState): string {
  if (reach.home.status !== 'ready' || reach.home.embedded) return words.readyHere
  const server = normaliseBaseUrl(reach.home.dial)
  return server.ok ? words.readyOn(hostOf(server.value)) : words.readyHere
}
