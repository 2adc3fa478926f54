// Owns what the page is told about the app itself.
import { app } from 'electron'
import { appInfoSchema, type AppInfo } from '../shared/model/app-info'
import type { DocumentTrouble } from '../shared/model/document-trouble'

// The build writes package.json's version here: app.getVersion() is Electron's where the app wasn't started by folder. Packed, the
// package's own counts, which says whether it stands on the test runtime.
declare const __VERSION__: string

export function describeApp(
  openedWith: string | null,
  troubles: DocumentTrouble[],
  restored: boolean,
): AppInfo {
  const platform = appInfoSchema.shape.platform.safeParse(process.platform)
  return {
    host: 'electron',
    version: app.isPackaged ? app.getVersion() : __VERSION__,
    electron: process.versions.electron,
    // The BSDs run Linux's Electron.
    platform: platform.success ? platform.data : 'linux',
    openedWith,
    troubles,
    restored,
  }
}
