// Owns what a client may send over its socket: reads one frame, or says that it is none of ours. What goes on to another client
// stays the text that it was: writing it again costs as much as reading it.
import { ctlFrameSchema, envelopeSchema, RELAYED_TYPES } from '../shared/protocol/server-messages'
import { PEER_ID_PATTERN } from '../shared/protocol/identity'

export type RelayedType = (typeof RELAYED_TYPES)[number]

export type ClientFrame = { readonly type: 'HEARTBEAT' } | SignedFrame | RelayedFrame

/** A call message of ours. */
export interface SignedFrame {
  readonly type: 'CTL'
  readonly dst: string
  readonly n: number
  /** JSON, checked. */
  readonly envelope: string
}

/** PeerJS's own. */
export interface RelayedFrame {
  readonly type: RelayedType
  readonly dst: string
  /** JSON of an object, checked. */
  readonly payload: string | undefined
}

/** Longest PeerJS id of a plain client; ours have 32 or 41. */
export const MAX_PEER_ID_CHARS = 64
/** An offer of PeerJS is two levels deep, its metadata a few more. */
const MAX_DEPTH = 12

export const HEARTBEAT_TEXT = '{"type":"HEARTBEAT"}'

const isRelayed = (type: unknown): type is RelayedType => RELAYED_TYPES.some((known) => known === type)

// How our clients and PeerJS write them. Anything else between these ends than one JSON value isn't JSON, so reading that value is
// reading the frame.
const SIGNED_START =
  /^\{"type":"CTL","dst":"([0-9a-f]{32}(?:-[0-9a-f]{8})?)","payload":\{"n":(0|[1-9]\d{0,14}),"envelope":/
const SIGNED_END = '}}'
const RELAYED_START = /^\{"type":"([A-Z]+)","payload":/
const RELAYED_LAST = ',"dst":"'
const RELAYED_END = /^,"dst":"([A-Za-z0-9 _-]{1,64})"\}$/

/** Null for anything that a client of ours or a plain PeerJS client wouldn't send. */
export function readFrame(text: string): ClientFrame | null {
  if (text === HEARTBEAT_TEXT) return { type: 'HEARTBEAT' }
  return readUsualSigned(text) ?? readUsualRelayed(text) ?? readAny(text)
}

function readUsualSigned(text: string): ClientFrame | null {
  const start = SIGNED_START.exec(text)
  if (!start || !text.endsWith(SIGNED_END)) return null
  const envelope = text.slice(start[0].length, -SIGNED_END.length)
  if (!envelopeSchema.safeParse(parseObject(envelope)).success) return null
  return { type: 'CTL', dst: ownText(start[1] ?? ''), n: Number(start[2]), envelope }
}

function readUsualRelayed(text: string): ClientFrame | null {
  const start = RELAYED_START.exec(text)
  if (!start || !isRelayed(start[1])) return null
  const endsAt = text.lastIndexOf(RELAYED_LAST)
  const dst = RELAYED_END.exec(text.slice(Math.max(endsAt, 0)))?.[1]
  if (dst === undefined) return null
  const payload = text.slice(start[0].length, endsAt)
  const read = parseObject(payload)
  return read && mayPass(start[1], dst, read) ? { type: start[1], dst: ownText(dst), payload } : null
}

/** V8 keeps a part of a text as a view of the whole: who remembers an id would keep a frame of 64 KiB. */
const ownText = (part: string): string => Buffer.from(part, 'latin1').toString('latin1')

/** In whatever order its fields come, and with whatever else a PeerJS client adds. */
function readAny(text: string): ClientFrame | null {
  const json = parseObject(text)
  if (!json || !('type' in json)) return null
  if (json.type === 'HEARTBEAT') return { type: 'HEARTBEAT' }
  if (json.type === 'CTL') {
    const frame = ctlFrameSchema.safeParse(json)
    if (!frame.success) return null
    const { dst, payload } = frame.data
    return { type: 'CTL', dst, n: payload.n, envelope: JSON.stringify(payload.envelope) }
  }
  return isRelayed(json.type) ? readRelayed(json.type, json) : null
}

function readRelayed(type: RelayedType, json: object): ClientFrame | null {
  const dst: unknown = 'dst' in json ? json.dst : undefined
  const payload: unknown = 'payload' in json ? json.payload : undefined
  if (typeof dst !== 'string' || dst === '' || dst.length > MAX_PEER_ID_CHARS) return null
  if (payload === undefined) return type === 'LEAVE' ? { type, dst, payload } : null
  return mayPass(type, dst, payload) ? { type, dst, payload: JSON.stringify(payload) } : null
}

function mayPass(type: RelayedType, dst: string, payload: unknown): boolean {
  // PeerJS reads fields of the payload without looking: anything but an object throws in the receiver's page.
  if (!isPlainObject(payload) || isDeeperThan(payload, MAX_DEPTH)) return false
  // A data connection to one of ours is never wanted, and PeerJS trips over what its offer may say (`serialization`).
  const isMedia = 'type' in payload && payload.type === 'media'
  return type !== 'OFFER' || isMedia || !PEER_ID_PATTERN.test(dst)
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
function isDeeperThan(value: object, levels: number): boolean {
  if (levels === 0) return true
  for (const inner of Object.values(value) as readonly unknown[])
    if (typeof inner === 'object' && inner !== null && isDeeperThan(inner, levels - 1)) return true
  return false
}
