// Owns the table that the demo prints.
import { alignColumns } from '../../build/setup/table.mjs'
import type { DemoReport } from './demo'
import type { ShownWindow } from './show-window'

export function demoTable({ runtime, clients, screenshots, shared }: DemoReport): string {
  const rows: readonly (readonly string[])[] = [
    ['', ...clients.map((client) => client.name)],
    ['first frame after accept', ...clients.map((client) => `${client.firstFrameMs} ms`)],
    ['picture', ...clients.map(({ video }) => `${video.width} × ${video.height}, ${video.fps} fps`)],
    ['sound', ...clients.map(({ audio }) => `${audio.kbps} kb/s, level ${audio.level}`)],
    ['round trip', ...clients.map((client) => `${client.rttMs} ms`)],
    ['loss', ...clients.map((client) => `${client.lossPct} %`)],
    ['route', ...clients.map((client) => client.route)],
  ]
  const pictures = shared ? [...screenshots, shared.screenshot] : screenshots
  return [
    `Two clients on ${runtime}`,
    alignColumns(rows),
    ...(shared ? [sharedLine(shared)] : []),
    `Screenshots: ${pictures.join(', ')}`,
  ].join('\n')
}

const sharedLine = ({ title, width, height, firstFrameMs }: ShownWindow): string =>
  `The window “${title}” arrived after ${firstFrameMs} ms and is seen at ${width} × ${height}`
