// Owns what the demo says about one client: what it saw, heard and measured while they talked.
import { readConnections, type ConnectionFigures } from '../fixtures/connection-probe'
import { listen, watchPicture } from '../fixtures/media-probe'
import type { Person } from '../fixtures/person'

export interface ClientFigures {
  readonly name: string
  /** From the press of "accept" to the first frame of the other side on this one's screen. */
  readonly firstFrameMs: number
  readonly video: { readonly width: number; readonly height: number; readonly fps: number }
  /** `level`: the loudest moment, 0 to 1. */
  readonly audio: { readonly kbps: number; readonly level: number }
  readonly rttMs: number
  readonly lossPct: number
  readonly route: 'direct' | 'relayed' | 'unknown'
  /** Whether pixels changed and decoded frames grew. Not part of the JSON report. */
  readonly moves: boolean
}

export async function measureClient(
  person: Person,
  otherName: string,
  firstFrameMs: number,
  seconds: number,
): Promise<ClientFigures> {
  const durationMs = seconds * 1000
  const before = await connectedOf(person)
  const [picture, level] = await Promise.all([
    watchPicture(person.ui.remotePicture(otherName), durationMs),
    listen(person.ui.remoteSound, durationMs),
  ])
  const after = await connectedOf(person)
  const { audio, video } = after.received
  const packets = audio.packets + video.packets
  const lost = audio.lost + video.lost
  const kbits = ((audio.bytes - before.received.audio.bytes) * 8) / 1000
  return {
    name: person.name,
    firstFrameMs: Math.round(firstFrameMs),
    video: { width: picture.width, height: picture.height, fps: round(picture.fps) },
    audio: { kbps: round((kbits * 1000) / (after.atMs - before.atMs)), level: round(level, 3) },
    rttMs: round(after.rttMs ?? 0),
    lossPct: round((lost * 100) / Math.max(1, lost + packets), 2),
    route: after.route ?? 'unknown',
    moves: picture.moves && video.framesDecoded > before.received.video.framesDecoded,
  }
}

async function connectedOf(person: Person): Promise<ConnectionFigures> {
  const connections = await readConnections(person.page)
  const connected = connections.find((connection) => connection.state === 'connected')
  if (connected === undefined) throw new Error(`${person.name} has no connection.`)
  return connected
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits))
}
