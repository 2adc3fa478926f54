// The demo of a ring as somebody types it: it ends with 0, says when the ring was seen, told and heard, and leaves its pictures.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../../build/setup/run-command.mjs'
import { text } from '../../shared/text/en'
import { expect, test } from '../fixtures/test'
import type { RingReport } from './ring-demo'

test('the demo of a ring proves each step, and ends with 0', async ({ atEnd }) => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(join(tmpdir(), 'parley-demo-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  const json = join(folder, 'ring.json')
  const words = ['run', '--silent', 'demo', '--', '--ring', '--seconds', '2', '--json', json]
  const { code, stdout, stderr } = await runCommand('npm', words)
  expect(code, stderr).toBe(0)
  const report = JSON.parse(readFileSync(json, 'utf8')) as RingReport
  for (const ms of [report.windowMs, report.noticeMs, report.soundMs]) expect(ms).toBeGreaterThan(0)
  expect(report.level).toBeGreaterThan(0)
  const { delivered, shown, sounding } = text.outgoing.proof
  expect(report.told).toEqual([delivered, shown, sounding])
  expect(stdout).toContain('ring window on the screen')
  for (const file of report.screenshots) {
    expect([...readFileSync(file).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(stdout).toContain(file)
  }
})
