// Owns the use of Electron's Notification.
import { Notification } from 'electron'
import type { ElectronNotices } from './electron-notifier'

export const electronNotices: ElectronNotices = {
  isSupported: () => Notification.isSupported(),
  create: (options) => new Notification(options),
}
