// Owns how an RTCPeerConnection of ours is made inside PeerJS: PeerJS looks the constructor up when call() or answer() runs,
// and constructs at once, so the global is swapped for just that long. Our subclass brings the certificate, the four
// transceivers and the ctl channel, and lets every remote description and candidate wait its turn behind the gate.
import { MEDIA_ROLES, type MediaRole } from './call-path'
import type { Gate } from './peer-gate'
import { preferScreenCodecs } from './screen-codecs'
import { withStartBitrate } from './start-bitrate'
import { withUncountedSound } from './uncounted-sound'

export interface ConnectionPlan {
  readonly role: 'caller' | 'callee'
  readonly certificate: RTCCertificate
  readonly iceServers: readonly RTCIceServer[]
  readonly relayOnly: boolean
  readonly gate: Gate
  /** PeerJS's own description couldn't be applied; PeerJS would tell nobody. */
  readonly onFailure: (detail: string) => void
}

export interface ScopedConnection {
  readonly pc: RTCPeerConnection
  readonly ctl: RTCDataChannel
  /** Only within a task of the gate: checks and applies now, past the queue that the task itself holds. */
  applyDescription(description: RTCSessionDescriptionInit): Promise<void>
  applyCandidate(candidate: RTCIceCandidateInit): Promise<void>
  /** Resolves with the four transceivers in the order of MEDIA_ROLES; never if the other side offers anything else. */
  readonly transceivers: Promise<readonly RTCRtpTransceiver[]>
}

const CTL_CHANNEL = { negotiated: true, id: 100, ordered: true } as const

/** Runs `construct` (PeerJS's call or answer) and returns what it returned with the connection that it made. */
export function withScopedConnection<T>(
  plan: ConnectionPlan,
  construct: () => T,
): { readonly value: T; readonly connection: ScopedConnection | null } {
  const Native = window.RTCPeerConnection
  let made: ScopedConnection | null = null
  window.RTCPeerConnection = scopedClass(Native, plan, (connection) => (made = connection))
  try {
    return { value: construct(), connection: made }
  } finally {
    window.RTCPeerConnection = Native
  }
}

function scopedClass(
  Native: typeof RTCPeerConnection,
  plan: ConnectionPlan,
  onMade: (connection: ScopedConnection) => void,
): typeof RTCPeerConnection {
  const { gate } = plan
  return class extends Native {
    readonly #connection: ScopedConnection

    constructor() {
      super(configurationOf(plan))
      if (plan.role === 'caller') addTransceivers(this)
      let shaped: (transceivers: readonly RTCRtpTransceiver[]) => void = () => undefined
      this.#connection = {
        pc: this,
        ctl: this.createDataChannel('ctl', CTL_CHANNEL),
        transceivers: new Promise((resolve) => (shaped = resolve)),
        applyDescription: async (description) => {
          await gate.pass(description)
          await super.setRemoteDescription(startingFast(description))
          if (!hasOurShape(this)) throw new Error('media sections are not ours')
          if (plan.role === 'callee') answerInKind(this)
          shaped(this.getTransceivers())
        },
        applyCandidate: (candidate) => super.addIceCandidate(candidate),
      }
      if (plan.role === 'caller') shaped(this.getTransceivers())
      onMade(this.#connection)
    }

    // These two are what PeerJS calls.
    override async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      try {
        await gate.run(() => this.#connection.applyDescription(description))
      } catch (error) {
        if (this.signalingState !== 'closed') plan.onFailure(error instanceof Error ? error.name : 'unknown')
        throw error // so that PeerJS doesn't answer it
      }
    }

    override async addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<void> {
      if (!candidate) return
      // Never rejects: PeerJS reports to an object that it has dropped by the time a closed connection answers.
      await gate.run(() => this.#connection.applyCandidate(candidate)).catch(() => undefined)
    }
  }
}

function configurationOf({ certificate, iceServers, relayOnly }: ConnectionPlan): RTCConfiguration {
  return {
    certificates: [certificate],
    iceServers: [...iceServers],
    // One transport for all: a third of the candidates, and a restart restarts everything.
    bundlePolicy: 'max-bundle',
    iceTransportPolicy: relayOnly ? 'relay' : 'all',
  }
}

// The sound and the picture of one source share a stream, which is how the receiver keeps them in step.
function streamsByRole(): Readonly<Record<MediaRole, MediaStream>> {
  const person = new MediaStream()
  const screen = new MediaStream()
  return { microphone: person, camera: person, screen, 'screen-audio': screen }
}

function kindOf(role: MediaRole): 'audio' | 'video' {
  return role === 'camera' || role === 'screen' ? 'video' : 'audio'
}

const SCREEN = MEDIA_ROLES.indexOf('screen')
const startingFast = ({ type, sdp = '' }: RTCSessionDescriptionInit): RTCSessionDescriptionInit => ({
  type,
  sdp: withUncountedSound(withStartBitrate(sdp, SCREEN)),
})

/** Without tracks: until the callee has accepted, nobody sends anything. */
function addTransceivers(pc: RTCPeerConnection): void {
  const streams = streamsByRole()
  for (const role of MEDIA_ROLES) {
    const transceiver = pc.addTransceiver(kindOf(role), { direction: 'sendrecv', streams: [streams[role]] })
    if (role === 'screen') preferScreenCodecs(transceiver)
  }
}

function hasOurShape(pc: RTCPeerConnection): boolean {
  const kinds = pc.getTransceivers().map(({ receiver }) => receiver.track.kind)
  return kinds.join() === MEDIA_ROLES.map(kindOf).join()
}

/** What a description made is `recvonly`; both directions are used without another negotiation. */
function answerInKind(pc: RTCPeerConnection): void {
  const streams = streamsByRole()
  for (const [index, transceiver] of pc.getTransceivers().entries()) {
    if (transceiver.direction === 'sendrecv') continue
    const role = MEDIA_ROLES[index]
    if (role === undefined) continue
    transceiver.direction = 'sendrecv'
    transceiver.sender.setStreams(streams[role])
    if (role === 'screen') preferScreenCodecs(transceiver)
  }
}
