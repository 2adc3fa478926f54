// Owns the server's figures as Prometheus asks for them. Nothing is pushed: each is read when somebody asks.
import { collectDefaultMetrics, Gauge, Counter, Registry } from 'prom-client'
import type { RunningServer } from './create-server'

type Counts = Iterable<readonly [string, number]>

/** `certificateExpiry`: when the one that is served now ends; null without TLS. */
export function createMetrics(server: RunningServer, certificateExpiry: () => Date | null): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name: `parley_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  }
  const counter = (name: string, help: string, label: string, read: () => Counts): void => {
    new Counter({
      name: `parley_${name}_total`,
      help,
      labelNames: [label],
      registers: [registry],
      collect() {
        this.reset()
        for (const [value, count] of read()) this.inc({ [label]: value }, count)
      },
    })
  }
  const { tally, limitHits } = server
  gauge('clients', 'Signed-in clients', () => server.clients())
  gauge('connections', 'Open connections, of clients and of requests', () => server.connections())
  gauge('ready', '1 while it takes clients, 0 while it stops', () => (server.isReady() ? 1 : 0))
  gauge('certificate_expiry_seconds', 'When the certificate ends, Unix time; 0 without one', () =>
    Math.floor((certificateExpiry()?.getTime() ?? 0) / 1000),
  )
  counter('frames', 'Frames from clients', 'type', () => Object.entries(tally.frames))
  counter('sessions', 'Tickets asked for', 'outcome', () => tally.sessions)
  counter('admissions', 'Sockets that asked to come in', 'outcome', () => tally.admissions)
  counter('closings', 'Clients that were sent away', 'code', () => tally.closings)
  counter('limit_hits', 'How often a limit was reached', 'limit', () => limitHits)
  return registry
}
