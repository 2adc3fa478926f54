import { Gauge, Registry } from 'prom-client'
import { afterEach, expect, it } from 'vitest'
import { SILENT_LOG } from './log'
import { serveMetrics, type MetricsServer } from './metrics-server'

let server: MetricsServer | null = null
afterEach(() => server?.close())

it('a figure that can’t be had ends the request, is logged, and the next one is answered', async () => {
  const registry = new Registry()
  let isBroken = true
  const collect = (): void => {
    if (isBroken) throw new Error('no such figure')
  }
  new Gauge({ name: 'parley_test', help: 'x', registers: [registry], collect })
  const errors: string[] = []
  const log = { ...SILENT_LOG, error: (line: string) => void errors.push(line) }
  const started = await serveMetrics({ host: '127.0.0.1', port: 0 }, registry, log)
  if (!started.ok) throw new Error(started.code)
  server = started.value
  const url = `http://127.0.0.1:${String(server.port)}/metrics`
  expect((await fetch(url)).status).toBe(500)
  expect(errors).toEqual(['no such figure'])
  isBroken = false
  expect(await (await fetch(url)).text()).toContain('parley_test 0')
})
