// Owns what an answer of the service looks like: JSON, and where it says no, a code and when it pays to ask again.
import type { ServerResponse } from 'node:http'
import type { Refusal } from '../shared/protocol/server-messages'
import type { Failure } from '../shared/result'

export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  const text = JSON.stringify(value)
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.setHeader('Content-Length', Buffer.byteLength(text))
  response.end(text)
}

export function refuse(
  response: ServerResponse,
  status: number,
  { code, detail, retryAfterMs }: Failure,
): void {
  if (response.headersSent) return void response.end()
  const refusal: Refusal = {
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
  // The header is for proxies and people; across origins a page can't see it.
  if (retryAfterMs !== undefined) response.setHeader('Retry-After', String(Math.ceil(retryAfterMs / 1000)))
  answerJson(response, status, refusal)
}
