// Owns the file of a saved identity: asking the person where, by the system's own dialogues, writing and reading it.
// What is in it is identity-backup.ts.
import { basename, dirname } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { MAX_BACKUP_BYTES } from '../../shared/model/identity-backup'
import { fail, ok } from '../../shared/result'
import { desktopEn } from '../../shared/text/desktop-en'
import { openFolder } from '../documents/folder'
import type { BackupFiles } from './identity-saving'

const FILTERS = [{ name: desktopEn.backup.kind, extensions: ['json'] }]

export function systemBackupFiles(window: BrowserWindow): BackupFiles {
  return {
    async save(text) {
      const { saveTitle, fileName } = desktopEn.backup
      const options = { title: saveTitle, defaultPath: fileName, filters: FILTERS }
      const { canceled, filePath } = await dialog.showSaveDialog(window, options)
      // Older Electrons say '' where newer ones say undefined.
      if (canceled || !filePath) return ok(null)
      // Whole or not at all, and for this user only.
      const written = await openFolder(dirname(filePath)).write(basename(filePath), text)
      return written.ok ? ok(basename(filePath)) : written
    },
    async open() {
      const { openTitle } = desktopEn.backup
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        ...{ title: openTitle, filters: FILTERS, properties: ['openFile'] },
      })
      const path = filePaths[0]
      if (canceled || path === undefined) return ok(null)
      return readBounded(path)
    },
  }
}

async function readBounded(path: string): ReturnType<BackupFiles['open']> {
  const read = await openFolder(dirname(path)).read(basename(path), MAX_BACKUP_BYTES)
  switch (read.kind) {
    case 'text':
      return ok({ name: basename(path), text: read.text })
    case 'too-large':
      return fail('not-a-backup')
    case 'missing':
      return fail('not-found')
    case 'failed':
      return fail('disk-failed', read.detail)
  }
}
