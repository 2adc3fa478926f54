// Owns protocol.handle (Electron 25) on top of registerBufferProtocol, and net.fetch.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const { fileURLToPath } = require('node:url')
const { define } = require('./define.cjs')

const BUILT_IN = ['http', 'https', 'file']
const ERR_FAILED = -2
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
}

function addProtocolHandle(electron) {
  const ofDefaultSession = () => {
    const { protocol } = electron.session.defaultSession
    patchProtocol(protocol)
    return protocol
  }
  define(electron.protocol, 'handle', (scheme, handler) => ofDefaultSession().handle(scheme, handler))
  define(electron.protocol, 'unhandle', (scheme) => ofDefaultSession().unhandle(scheme))
  define(electron.protocol, 'isProtocolHandled', (scheme) => ofDefaultSession().isProtocolHandled(scheme))
  electron.app.on('session-created', (session) => patchProtocol(session.protocol))
  define(electron.net, 'fetch', netFetch)
}

function patchProtocol(protocol) {
  define(protocol, 'handle', (scheme, handler) => {
    const register = BUILT_IN.includes(scheme) ? 'interceptBufferProtocol' : 'registerBufferProtocol'
    const registered = protocol[register](scheme, (request, answer) => void respond(handler, request, answer))
    if (!registered) throw new Error(`Failed to register protocol: ${scheme}`)
  })
  define(protocol, 'unhandle', (scheme) => protocol.unregisterProtocol(scheme))
  define(protocol, 'isProtocolHandled', (scheme) => protocol.isProtocolRegistered(scheme))
}

async function respond(handler, request, answer) {
  try {
    const parts = (request.uploadData ?? []).map((part) => part.bytes ?? Buffer.alloc(0))
    const body = parts.length > 0 ? { body: Buffer.concat(parts) } : {}
    const { url, method, headers } = request
    const response = await handler(new Request(url, { method, headers, ...body }))
    const mimeType = (response.headers.get('content-type') ?? 'application/octet-stream').split(';')[0]
    const data = Buffer.from(await response.arrayBuffer())
    const sent = Object.fromEntries(response.headers)
    answer({ statusCode: response.status, headers: sent, mimeType, charset: 'utf-8', data })
  } catch (error) {
    console.error('[compat] protocol.handle', error)
    answer({ error: ERR_FAILED })
  }
}

async function netFetch(input, init) {
  const url = typeof input === 'string' ? input : (input.url ?? String(input))
  if (!url.startsWith('file:')) return fetch(input, init)
  const file = fileURLToPath(url)
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
  return new Response(await fs.promises.readFile(file), { headers: { 'content-type': type } })
}

module.exports = { addProtocolHandle }
