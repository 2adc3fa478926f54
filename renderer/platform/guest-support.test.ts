import { describe, expect, it } from 'vitest'
import { guestLack, type GuestGlobals } from './guest-support'

class Connection {
  static generateCertificate = (): void => undefined
  addTransceiver(): void {}
  restartIce(): void {}
}
class Sender {
  replaceTrack(): void {}
}
class MediaElement {
  setSinkId(): void {}
}
/** As a getter on a prototype, which throws when it is read there. */
class OldMediaElement {
  get sinkId(): string {
    throw new TypeError('Illegal invocation')
  }
}

const chromium: GuestGlobals = {
  isSecureContext: true,
  RTCPeerConnection: Connection,
  RTCRtpSender: Sender,
  HTMLMediaElement: MediaElement,
  MediaStreamTrackProcessor: () => undefined,
  navigator: { mediaDevices: { getUserMedia: () => undefined } },
  crypto: { subtle: {} },
}

describe('a browser', () => {
  it('of the Chromium family can be a guest', () => {
    expect(guestLack(chromium)).toBeNull()
  })

  it.each<[what: string, change: Readonly<Record<string, unknown>>, lack: string]>([
    [
      'on plain http, which hides the rest too',
      { isSecureContext: false, navigator: {}, crypto: {} },
      'not-secure',
    ],
    ['without WebRTC', { RTCPeerConnection: undefined }, 'no-webrtc'],
    ['whose connections can’t be restarted', { RTCPeerConnection: { prototype: {} } }, 'no-webrtc'],
    ['that can’t swap a track', { RTCRtpSender: { prototype: {} } }, 'no-webrtc'],
    ['without access to devices', { navigator: {} }, 'no-webrtc'],
    ['without WebCrypto', { crypto: {} }, 'no-crypto'],
    ['that can’t choose a speaker', { HTMLMediaElement: OldMediaElement }, 'not-chromium'],
    ['of another family', { MediaStreamTrackProcessor: undefined }, 'not-chromium'],
  ])('%s can not', (_what, change, lack) => {
    expect(guestLack({ ...chromium, ...change })).toBe(lack)
  })
})
