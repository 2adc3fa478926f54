// Owns what sharing can do on each system, and what it needs there. Pure: one table per question.
import type { ShareAbilities } from '../../shared/model/share'
import { assertNever } from '../../shared/assert-never'
import type { ShareSystem } from './share-system'

/** Windows Server 2022 and Windows 11: sound can be taken from every program but ours. */
const WINDOWS_LEAVES_OWN_SOUND_OUT = 20348
/** Windows 10, version 2004: a protected window is left out of a capture; before, it is a black box in it. */
const WINDOWS_HIDES_OWN = 19041
/** ScreenCaptureKit shows protected windows since. https://github.com/electron/electron/issues/48258 */
const MACOS_SHOWS_OWN = 15

export function abilitiesOf(system: ShareSystem): ShareAbilities {
  switch (system.is) {
    case 'x11':
      return {
        picker: 'own',
        // Neither PulseAudio nor PipeWire leaves our own sound out.
        systemSound: { is: 'unavailable', why: 'would-echo' },
        bar: true,
        hidesOwnWindows: false,
        border: { screen: 'ours', window: 'ours' },
      }
    case 'portal':
      return {
        picker: 'system',
        systemSound: { is: 'unavailable', why: 'would-echo' },
        // A Wayland window neither stays on top nor knows where it is.
        bar: false,
        hidesOwnWindows: false,
        border: { screen: 'none', window: 'none' },
      }
    case 'macos':
      return {
        picker: 'own',
        // No data on some versions. https://github.com/electron/electron/issues/52738
        systemSound: { is: 'unavailable', why: 'not-reliable' },
        bar: true,
        hidesOwnWindows: system.major < MACOS_SHOWS_OWN,
        // Where another program's window is, only its accessibility permission tells.
        border: { screen: 'ours', window: 'none' },
      }
    case 'windows':
      return {
        picker: 'own',
        systemSound:
          system.build >= WINDOWS_LEAVES_OWN_SOUND_OUT
            ? { is: 'available' }
            : { is: 'unavailable', why: 'system-too-old' },
        bar: true,
        hidesOwnWindows: system.build >= WINDOWS_HIDES_OWN,
        // Windows Graphics Capture draws one around a window; it isn't used over remote desktop.
        border: { screen: 'ours', window: system.isRemoteDesktop ? 'none' : 'system' },
      }
    default:
      return assertNever(system)
  }
}

/** Chromium features to switch off before the app is ready. */
export function unusableFeatures(system: ShareSystem): readonly string[] {
  // Windows Graphics Capture fails over remote desktop; the older ways work.
  return system.is === 'windows' && system.isRemoteDesktop
    ? ['WebRtcAllowWgcDesktopCapturer', 'WebRtcAllowWgcScreenCapturer']
    : []
}

/**
 * How the portal's one dialogue comes about. `look`: our look at the sources opens it, and the stream takes what it gave.
 * `capture`: it would open again for the stream, so we don't look, and name a screen that makes the capture open it.
 */
export function portalWay(system: ShareSystem): 'look' | 'capture' {
  return system.is === 'portal' && system.asksTwice ? 'capture' : 'look'
}

/** The system's page where recording the screen is allowed; null: it has none. */
export function settingsPageOf(system: ShareSystem): string | null {
  return system.is === 'macos'
    ? 'x-apple.systempreferences:com.apple.preference.security?Privacy_ScreenCapture'
    : null
}
