// Owns a question of the system's over one of our windows, or by itself where that window isn't there to be seen: nobody would see
// the question either.
import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron'

/** The index of the button. */
export async function askOver(window: BrowserWindow, options: MessageBoxOptions): Promise<number> {
  const isSeen = !window.isDestroyed() && window.isVisible()
  const { response } = await (isSeen
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options))
  return response
}
