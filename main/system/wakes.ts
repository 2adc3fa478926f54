// Owns hearing that the machine woke up. Network changes are network-watch.ts.
import { powerMonitor } from 'electron'

export function hearResume(heard: () => void): void {
  powerMonitor.on('resume', heard)
}
