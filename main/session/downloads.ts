// Owns the session's downloads: Electron asks where a file goes by its own dialogue. What may be is download-rules.ts.
import type { Session } from 'electron'
import type { Log } from '../log/log'
import { mayDownload } from './download-rules'

export function guardDownloads(session: Session, devServer: string | null, log: Log): void {
  session.on('will-download', (event, item) => {
    if (mayDownload(item.getURL(), devServer)) return
    log.info('download refused')
    event.preventDefault()
  })
}
