// Owns what each system says about access to microphone and camera, and where its own page for that is. Pure.

export type MediaKind = 'microphone' | 'camera'
export type MediaAccess = 'granted' | 'denied' | 'unknown'

/** `status` as Electron's getMediaAccessStatus says it. */
export function accessOf(status: string): MediaAccess {
  if (status === 'granted') return 'granted'
  return status === 'denied' || status === 'restricted' ? 'denied' : 'unknown'
}

const MAC_PAGES: Readonly<Record<MediaKind, string>> = {
  microphone: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone',
  camera: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Camera',
}
const WINDOWS_PAGES: Readonly<Record<MediaKind, string>> = {
  microphone: 'ms-settings:privacy-microphone',
  camera: 'ms-settings:privacy-webcam',
}

/** null: this system has no such page (on Linux access is a matter of device files and sound servers). */
export function settingsPageOf(platform: string, kind: MediaKind): string | null {
  if (platform === 'darwin') return MAC_PAGES[kind]
  return platform === 'win32' ? WINDOWS_PAGES[kind] : null
}
