// Owns asking the system for microphone and camera. What its answers mean is media-access-rules.ts.
import { shell, systemPreferences } from 'electron'
import { accessOf, settingsPageOf, type MediaAccess, type MediaKind } from './media-access-rules'

export interface SystemMediaAccess {
  /** macOS asks the person the first time; elsewhere this only says what is set. */
  ask(kind: MediaKind): Promise<MediaAccess>
  openSettings(kind: MediaKind): Promise<{ opened: boolean }>
}

export function systemMediaAccess(platform: string): SystemMediaAccess {
  return {
    async ask(kind) {
      if (platform === 'darwin')
        return (await systemPreferences.askForMediaAccess(kind)) ? 'granted' : 'denied'
      // Linux has no such question; asking the device is the only way to know.
      return platform === 'win32' ? accessOf(systemPreferences.getMediaAccessStatus(kind)) : 'unknown'
    },
    async openSettings(kind) {
      const page = settingsPageOf(platform, kind)
      if (page === null) return { opened: false }
      await shell.openExternal(page)
      return { opened: true }
    },
  }
}
