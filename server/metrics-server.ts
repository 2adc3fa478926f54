// Owns /metrics, on an address of its own: whoever reaches the server for calls doesn't reach its figures.
import { createServer } from 'node:http'
import type { Registry } from 'prom-client'
import { listen } from './http-server'
import { type Result, ok } from '../shared/result'

export interface MetricsServer {
  readonly port: number
  close(): void
}

export async function serveMetrics(
  at: { readonly host: string; readonly port: number },
  registry: Registry,
): Promise<Result<MetricsServer>> {
  const http = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    void registry.metrics().then((text) => {
      response.writeHead(200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' }).end(text)
    })
  })
  const port = await listen(http, at)
  return port.ok ? ok({ port: port.value, close: () => void http.close() }) : port
}
