// Owns who may use the IPC: the main frame of one of our windows, showing one of our pages.
import { isAppUrl } from './scheme/app-origin'

export type Sender = {
  /** Whether the sender's contents are those of a window that we made. */
  readonly ofOurWindow: boolean
  /** null where the frame was gone before its message arrived. */
  readonly frame: { readonly isMainFrame: boolean; readonly url: string } | null
}

export function mayUseIpc(sender: Sender): boolean {
  return sender.ofOurWindow && sender.frame !== null && sender.frame.isMainFrame && isAppUrl(sender.frame.url)
}
