// Owns what a client may send over its socket: reads one frame, or says that it is none of ours.
import { ctlFrameSchema, RELAYED_TYPES, type CtlFrame } from '../shared/protocol/server-messages'
import { PEER_ID_PATTERN } from '../shared/protocol/identity'

export type RelayedType = (typeof RELAYED_TYPES)[number]

export type ClientFrame =
  { readonly type: 'HEARTBEAT' } | { readonly type: 'CTL'; readonly frame: CtlFrame } | RelayedFrame

/** PeerJS's own. */
export interface RelayedFrame {
  readonly type: RelayedType
  readonly dst: string
  readonly payload: object | undefined
}

/** Longest PeerJS id of a plain client; ours have 32 or 41. */
export const MAX_PEER_ID_CHARS = 64
/** An offer of PeerJS is two levels deep, its metadata a few more. */
const MAX_DEPTH = 12

export const HEARTBEAT_TEXT = '{"type":"HEARTBEAT"}'

const isRelayed = (type: unknown): type is RelayedType => RELAYED_TYPES.some((known) => known === type)

/** Null for anything that a client of ours or a plain PeerJS client wouldn't send. */
export function readFrame(text: string): ClientFrame | null {
  if (text === HEARTBEAT_TEXT) return { type: 'HEARTBEAT' }
  const json = parseObject(text)
  if (!json || !('type' in json)) return null
  if (json.type === 'HEARTBEAT') return { type: 'HEARTBEAT' }
  if (json.type === 'CTL') {
    const frame = ctlFrameSchema.safeParse(json)
    return frame.success ? { type: 'CTL', frame: frame.data } : null
  }
  return isRelayed(json.type) ? readRelayed(json.type, json) : null
}

function readRelayed(type: RelayedType, json: object): ClientFrame | null {
  const dst: unknown = 'dst' in json ? json.dst : undefined
  const payload: unknown = 'payload' in json ? json.payload : undefined
  if (typeof dst !== 'string' || dst === '' || dst.length > MAX_PEER_ID_CHARS) return null
  if (payload === undefined) return type === 'LEAVE' ? { type, dst, payload } : null
  // PeerJS reads fields of the payload without looking: anything but an object throws in the receiver's page.
  if (!isPlainObject(payload) || isDeeperThan(payload, MAX_DEPTH)) return null
  // A data connection to one of ours is never wanted, and PeerJS trips over what its offer may say (`serialization`).
  if (type === 'OFFER' && PEER_ID_PATTERN.test(dst) && !('type' in payload && payload.type === 'media'))
    return null
  return { type, dst, payload }
}

function parseObject(text: string): object | null {
  try {
    const json: unknown = JSON.parse(text)
    return isPlainObject(json) ? json : null
  } catch {
    return null // not JSON; the caller closes the socket
  }
}

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Deep values overflow the stack where they are written again, here and in other people's code. */
function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1))
}
