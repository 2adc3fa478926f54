// Owns the choice of where one can be reached while it is being made, and checking it. Pure.
import { normaliseBaseUrl } from '../../../shared/link/base-url'
import type { ReachChoice } from '../../../shared/model/reach'
import { OFFERED_STUN, PUBLIC_CLOUD, type Settings } from '../../../shared/model/settings'
import { joinCodeSchema } from '../../../shared/protocol/join-code'
import { text } from '../../../shared/text/en'
import { addressProblemWords } from '../../../shared/text/en-codes'

export interface ReachDraft {
  readonly mode: Settings['reach']['mode']
  readonly address: string
  readonly cloud: boolean
  /** Only asked with the public cloud. */
  readonly stun: boolean
  /** As typed; a code that is kept already isn't shown. */
  readonly joinCode: string
}

export type CheckedReach =
  | {
      readonly ok: true
      readonly choice: ReachChoice
      readonly stunServers: readonly string[] | null
      /** To be kept for that server; null: none was typed. */
      readonly joinCode: string | null
    }
  | { readonly ok: false; readonly at: 'mode' | 'address' | 'joinCode'; readonly words: string }

export function draftOf({ reach, stunServers }: Settings): ReachDraft {
  const cloud = reach.mode === 'anywhere' && reach.server === PUBLIC_CLOUD
  return {
    mode: reach.mode,
    address: cloud ? '' : reach.server,
    cloud,
    stun: !cloud || stunServers.includes(OFFERED_STUN),
    joinCode: '',
  }
}

/** `stunServers` is the new list where the choice changes it, else null. */
export function checkReach(draft: ReachDraft, stunServers: readonly string[]): CheckedReach {
  const { mode, address, cloud, stun, joinCode } = draft
  switch (mode) {
    case 'unset':
      return { ok: false, at: 'mode', words: text.reach.missing }
    case 'this-computer':
    case 'this-network':
      return { ok: true, choice: { mode }, stunServers: null, joinCode: null }
    case 'anywhere': {
      if (cloud)
        return {
          ok: true,
          choice: { mode, server: PUBLIC_CLOUD },
          stunServers: withStun(stunServers, stun),
          joinCode: null,
        }
      const server = normaliseBaseUrl(address)
      if (!server.ok) return { ok: false, at: 'address', words: addressProblemWords(server.code) }
      const code = joinCode.trim() === '' ? null : joinCodeSchema.safeParse(joinCode)
      if (code?.success === false) return { ok: false, at: 'joinCode', words: text.joinCode.wrongLength }
      return {
        ok: true,
        choice: { mode, server: server.value },
        stunServers: null,
        joinCode: code?.data ?? null,
      }
    }
  }
}

function withStun(servers: readonly string[], wanted: boolean): readonly string[] | null {
  if (servers.includes(OFFERED_STUN) === wanted) return null
  return wanted ? [...servers, OFFERED_STUN] : servers.filter((server) => server !== OFFERED_STUN)
}

/** "stun.l.google.com" of "stun:stun.l.google.com:19302". */
export function stunHost(url: string): string {
  return url.replace(/^stuns?:/, '').replace(/:\d+$/, '')
}
