// Owns the table that the demo prints.
import { alignColumns } from '../../build/setup/table.mjs'
import type { DemoReport } from './demo'

export function demoTable({ runtime, clients, screenshots }: DemoReport): string {
  const rows: readonly (readonly string[])[] = [
    ['', ...clients.map((client) => client.name)],
    ['first frame after accept', ...clients.map((client) => `${client.firstFrameMs} ms`)],
    ['picture', ...clients.map(({ video }) => `${video.width} × ${video.height}, ${video.fps} fps`)],
    ['sound', ...clients.map(({ audio }) => `${audio.kbps} kb/s, level ${audio.level}`)],
    ['round trip', ...clients.map((client) => `${client.rttMs} ms`)],
    ['loss', ...clients.map((client) => `${client.lossPct} %`)],
    ['route', ...clients.map((client) => client.route)],
  ]
  return [`Two clients on ${runtime}`, alignColumns(rows), `Screenshots: ${screenshots.join(', ')}`].join(
    '\n',
  )
}
