// Owns the live tracks of a call as one plain object.
import type { CallPath } from '../../rtc/call-path'
import type { CallMedia } from './calls-store'
import type { SessionDevices } from './session-devices'

/** `path` is null until both sides agreed: before, nothing received is shown. */
export function mediaOf(callId: string, devices: SessionDevices, path: CallPath | null): CallMedia {
  return {
    callId,
    localCamera: devices.track('camera'),
    localMicrophone: devices.track('microphone'),
    remoteMicrophone: path?.remoteTrack('microphone') ?? null,
    remoteCamera: path?.remoteTrack('camera') ?? null,
    remoteScreen: path?.remoteTrack('screen') ?? null,
    remoteScreenSound: path?.remoteTrack('screen-audio') ?? null,
  }
}
