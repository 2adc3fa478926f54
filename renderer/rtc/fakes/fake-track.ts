// Owns media tracks and certificates in tests: objects with the right surface and nothing behind it.

export class FakeTrack extends EventTarget implements MediaStreamTrack {
  readonly id: string
  readonly kind: string
  readonly label: string = ''
  contentHint = ''
  enabled = true
  readonly muted = false
  readyState: MediaStreamTrackState = 'live'
  onended: ((this: MediaStreamTrack, event: Event) => unknown) | null = null
  onmute: ((this: MediaStreamTrack, event: Event) => unknown) | null = null
  onunmute: ((this: MediaStreamTrack, event: Event) => unknown) | null = null

  constructor(kind: 'audio' | 'video', id: string) {
    super()
    this.kind = kind
    this.id = id
  }
  applyConstraints(): Promise<void> {
    return Promise.resolve()
  }
  clone(): FakeTrack {
    return new FakeTrack(this.kind === 'audio' ? 'audio' : 'video', `${this.id}-clone`)
  }
  getCapabilities(): MediaTrackCapabilities {
    return {}
  }
  getConstraints(): MediaTrackConstraints {
    return {}
  }
  getSettings(): MediaTrackSettings {
    return {}
  }
  stop(): void {
    this.readyState = 'ended'
  }
}

let certificates = 0

export function createFakeCertificate(): RTCCertificate {
  certificates += 1
  const number = certificates.toString(16).padStart(64, '0')
  const value = (number.match(/../g) ?? []).join(':')
  return { expires: Number.MAX_SAFE_INTEGER, getFingerprints: () => [{ algorithm: 'sha-256', value }] }
}
