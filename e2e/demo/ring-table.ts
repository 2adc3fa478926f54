// Owns the proof chain that the demo of a ring prints.
import { alignColumns } from '../../build/setup/table.mjs'
import type { RingReport } from './ring-demo'

export function ringTable(report: RingReport): string {
  const rows: readonly (readonly string[])[] = [
    ['call pressed', '0 ms'],
    ['ring window on the screen', timeOf(report.windowMs)],
    ['Notify on the bus', timeOf(report.noticeMs)],
    ['sound on the ringer', `${timeOf(report.soundMs)}, then up to level ${String(report.level)}`],
  ]
  return [
    `Ben’s window was closed to the tray, on ${report.runtime}`,
    alignColumns(rows),
    `Ana read: ${report.told.join(', ')}`,
    `Answered in the ring window, and in the call ${String(report.answeredMs)} ms later; Ana heard Ben (level ${String(report.heardLevel)})`,
    `Screenshots: ${report.screenshots.join(', ')}`,
  ].join('\n')
}

const timeOf = (ms: number | null): string => (ms === null ? 'never' : `after ${String(ms)} ms`)
