// Owns every negotiation of a connection after PeerJS's first: ICE restarts by either side, as perfect negotiation.
// All of it runs in the gate's queue, so that no two steps of one connection ever overlap.
import type { Log } from '../platform/log'
import type { Candidate, Description } from './call-path'
import type { Gate } from './peer-gate'
import type { ScopedConnection } from './scoped-connection'

export interface Negotiation {
  applyDescription(description: Description): void
  applyCandidate(candidate: Candidate): void
  restart(iceServers?: readonly RTCIceServer[]): void
}

export interface NegotiationOptions {
  readonly connection: ScopedConnection
  readonly gate: Gate
  /** The polite side gives its own offer up when both offer at once. */
  readonly polite: boolean
  readonly log: Log
  readonly onDescription: (description: Description) => void
  readonly onFailure: (detail: string) => void
}

export function createNegotiation(options: NegotiationOptions): Negotiation {
  const { connection, gate, polite, log } = options
  const { pc } = connection
  /** Of our own offers; an answer to an older one would leave both sides with different ICE credentials. */
  let round = 0
  let ignoring = false

  function inTurn(what: string, task: () => Promise<void>): void {
    gate.run(task).catch((error: unknown) => {
      if (pc.signalingState !== 'closed') options.onFailure(`${what}: ${nameOf(error)}`)
    })
  }

  async function applyOffer(description: Description): Promise<void> {
    ignoring = pc.signalingState !== 'stable' && !polite
    if (ignoring) return log.info('offer ignored, ours goes first')
    await connection.applyDescription(description) // rolls our own offer back where there is one
    await pc.setLocalDescription()
    emitLocal('answer', description.round)
  }

  async function applyAnswer(description: Description): Promise<void> {
    const current = pc.signalingState === 'have-local-offer' && (description.round ?? round) === round
    if (!current) return log.info('late answer ignored')
    await connection.applyDescription(description)
  }

  function emitLocal(type: Description['type'], number: number | undefined): void {
    const sdp = pc.localDescription?.sdp
    if (sdp === undefined) return
    options.onDescription(number === undefined ? { type, sdp } : { type, sdp, round: number })
  }

  async function offerRestart(iceServers?: readonly RTCIceServer[]): Promise<void> {
    // Before the first answer there is nothing to restart, and while PeerJS answers it isn't our turn.
    if (!pc.currentRemoteDescription || pc.signalingState === 'have-remote-offer') return
    // The whole configuration, since setConfiguration takes a missing bundlePolicy for a change of it.
    if (iceServers) pc.setConfiguration({ ...pc.getConfiguration(), iceServers: [...iceServers] })
    // Also over an offer of ours that is still unanswered: the network that it gathered on may be gone.
    await pc.setLocalDescription(await pc.createOffer({ iceRestart: true }))
    round += 1
    emitLocal('offer', round)
  }

  return {
    applyDescription: (description) =>
      inTurn(description.type, () =>
        description.type === 'offer' ? applyOffer(description) : applyAnswer(description),
      ),
    applyCandidate: (candidate) =>
      inTurn('candidate', async () => {
        if (!ignoring) await connection.applyCandidate(candidateInit(candidate))
      }),
    restart: (iceServers) => inTurn('restart', () => offerRestart(iceServers)),
  }
}

function candidateInit(candidate: Candidate): RTCIceCandidateInit {
  const { candidate: line, sdpMid = null, sdpMLineIndex = null, usernameFragment = null } = candidate
  return { candidate: line, sdpMid, sdpMLineIndex, usernameFragment }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
