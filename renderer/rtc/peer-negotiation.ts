// Owns every negotiation of a connection after PeerJS's first: ICE restarts by either side, as perfect negotiation.
// All of it runs in the gate's queue, so that no two steps of one connection ever overlap.
import type { Log } from '../platform/log'
import type { Candidate, Description } from './call-path'
import type { Gate } from './peer-gate'
import type { ScopedConnection } from './scoped-connection'

export interface NegotiationOptions {
  readonly connection: ScopedConnection
  readonly gate: Gate
  /** The polite side gives its own offer up when both offer at once. */
  readonly polite: boolean
  readonly log: Log
  readonly onDescription: (description: Description) => void
  readonly onFailure: (detail: string) => void
}

export class PeerNegotiation {
  private readonly options: NegotiationOptions
  private readonly pc: RTCPeerConnection
  /** Numbers our offers: an answer to an older one would leave both sides with different ICE credentials. */
  private round = 0
  /** The last offer from the other side was one that we ignored, and so are its candidates. */
  private isIgnoring = false

  constructor(options: NegotiationOptions) {
    this.options = options
    this.pc = options.connection.pc
  }

  applyDescription(description: Description): void {
    const { type } = description
    this.inTurn(type, () => (type === 'offer' ? this.takeOffer(description) : this.takeAnswer(description)))
  }

  applyCandidate(candidate: Candidate): void {
    this.inTurn('candidate', async () => {
      if (!this.isIgnoring) await this.options.connection.applyCandidate(candidateInit(candidate))
    })
  }

  restart(iceServers?: readonly RTCIceServer[]): void {
    this.inTurn('restart', () => this.offerRestart(iceServers))
  }

  private inTurn(what: string, task: () => Promise<void>): void {
    this.options.gate.run(task).catch((error: unknown) => {
      if (this.pc.signalingState === 'closed') return
      this.options.onFailure(`${what}: ${error instanceof Error ? error.name : 'unknown'}`)
    })
  }

  private async takeOffer(description: Description): Promise<void> {
    this.isIgnoring = this.pc.signalingState !== 'stable' && !this.options.polite
    if (this.isIgnoring) return this.options.log.info('offer ignored, ours goes first')
    await this.options.connection.applyDescription(description) // rolls our own offer back where there is one
    await this.pc.setLocalDescription()
    this.tell('answer', description.round)
  }

  private async takeAnswer(description: Description): Promise<void> {
    const isCurrent = (description.round ?? this.round) === this.round
    if (this.pc.signalingState !== 'have-local-offer' || !isCurrent) {
      return this.options.log.info('late answer ignored')
    }
    await this.options.connection.applyDescription(description)
  }

  private async offerRestart(iceServers?: readonly RTCIceServer[]): Promise<void> {
    const { pc } = this
    // Before the first answer there is nothing to restart, and while PeerJS answers it isn't our turn.
    if (!pc.currentRemoteDescription || pc.signalingState === 'have-remote-offer') return
    // The whole configuration, since setConfiguration takes a missing bundlePolicy for a change of it.
    if (iceServers) pc.setConfiguration({ ...pc.getConfiguration(), iceServers: [...iceServers] })
    // Also over an offer of ours that is still unanswered: the network that it gathered on may be gone.
    await pc.setLocalDescription(await pc.createOffer({ iceRestart: true }))
    this.round += 1
    this.tell('offer', this.round)
  }

  private tell(type: Description['type'], round: number | undefined): void {
    const sdp = this.pc.localDescription?.sdp
    if (sdp !== undefined)
      this.options.onDescription({ type, sdp, ...(round === undefined ? {} : { round }) })
  }
}

function candidateInit(candidate: Candidate): RTCIceCandidateInit {
  const { candidate: line, sdpMid = null, sdpMLineIndex = null, usernameFragment = null } = candidate
  return { candidate: line, sdpMid, sdpMLineIndex, usernameFragment }
}
