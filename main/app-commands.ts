// Owns what settings ask of the app itself: what it is made of, its folders, starting anew without anything.
import { join } from 'node:path'
import { app, shell } from 'electron'
import type { AppAbout } from '../shared/model/app-info'
import { ok, type Result } from '../shared/result'
import { noteDeletion } from './documents/delete-everything'
import { openFolder } from './documents/folder'
import { relaunchOptions } from './system/relaunch-options'

export interface AppCommands {
  about(): AppAbout
  openFolder(which: 'data' | 'logs'): Promise<Result<{ opened: boolean }>>
  deleteEverything(): Promise<Result<undefined>>
}

export const logsFolder = (userData: string): string => join(userData, 'logs')

/** `endNow`: the windows may close without a question. */
export function createAppCommands(userData: string, endNow: () => void): AppCommands {
  const folders = { data: userData, logs: logsFolder(userData) }
  return {
    about: () => ({ chromium: process.versions.chrome, folders }),
    async openFolder(which) {
      // Electron answers with a sentence where no program opens it.
      return ok({ opened: (await shell.openPath(folders[which])) === '' })
    },
    async deleteEverything() {
      const noted = await noteDeletion(openFolder(userData))
      if (!noted.ok) return noted
      // After the answer is out.
      setImmediate(() => {
        app.relaunch(relaunchOptions(process.argv.slice(1), process.env))
        endNow()
        app.quit()
      })
      return ok(undefined)
    },
  }
}
