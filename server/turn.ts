// Owns the credentials for the operator's TURN relays: short-lived, made from a secret that server and relays share ("TURN REST
// API", draft-uberti-behave-turn-rest-00; coturn's use-auth-secret). Handed out with a session only.
import { createHmac } from 'node:crypto'
import type { IceServer } from '../shared/protocol/server-messages'

export interface TurnConfig {
  readonly urls: readonly string[]
  readonly secret: string
  readonly lifeS: number
}

export interface TurnCredentials {
  readonly username: string
  readonly credential: string
}

const QUOTA_NAME_CHARS = 16

/** `epochMs`: this server's clock; the relay's must agree, nobody else's. */
export function turnCredentials(turn: TurnConfig, identity: string, epochMs: number): TurnCredentials {
  // The same for one identity, so that a relay can count by it, and nobody's id in the relay's log.
  const quotaName = createHmac('sha256', turn.secret)
    .update(`quota\n${identity}`)
    .digest('hex')
    .slice(0, QUOTA_NAME_CHARS)
  const username = `${String(Math.floor(epochMs / 1000) + turn.lifeS)}:${quotaName}`
  return { username, credential: createHmac('sha1', turn.secret).update(username).digest('base64') }
}

export const turnServer = (turn: TurnConfig, identity: string, epochMs: number): IceServer => ({
  urls: [...turn.urls],
  ...turnCredentials(turn, identity, epochMs),
})
