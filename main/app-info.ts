// Owns what the page is told about the app itself.
import { appInfoSchema, type AppInfo, type DocumentTrouble } from '../shared/ipc/contract'

// The build writes package.json's version here; app.getVersion() is Electron's where the app wasn't started by folder.
declare const __VERSION__: string

export function describeApp(openedWith: string | null, troubles: DocumentTrouble[]): AppInfo {
  const platform = appInfoSchema.shape.platform.safeParse(process.platform)
  return {
    host: 'electron',
    version: __VERSION__,
    electron: process.versions.electron,
    // The BSDs run Linux's Electron.
    platform: platform.success ? platform.data : 'linux',
    openedWith,
    troubles,
  }
}
