// Owns /metrics, on an address of its own: whoever reaches the server for calls doesn't reach its figures.
import { createServer } from 'node:http'
import type { Registry } from 'prom-client'
import { listen } from './http-server'
import { reasonOf, type Log } from './log'
import { type Result, ok } from '../shared/result'

export interface MetricsServer {
  readonly port: number
  close(): void
}

export async function serveMetrics(
  at: { readonly host: string; readonly port: number },
  registry: Registry,
  log: Log,
): Promise<Result<MetricsServer>> {
  const http = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    void registry
      .metrics()
      .then((text) => {
        const headers = { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' }
        response.writeHead(200, headers).end(text)
      })
      .catch((error: unknown) => {
        // Our bug: it ends this request, not the server for calls.
        log.error(reasonOf(error))
        response.writeHead(500).end()
      })
  })
  const port = await listen(http, at)
  return port.ok ? ok({ port: port.value, close: () => void http.close() }) : port
}
