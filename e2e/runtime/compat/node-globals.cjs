// Owns what Node 16 lacks of JavaScript and of the web's globals. undici 5 is the last one for Node 16.
'use strict'
const buffer = require('node:buffer')
const crypto = require('node:crypto')
const streams = require('node:stream/web')
const v8 = require('node:v8')
const workers = require('node:worker_threads')
const { define, defineAll } = require('./define.cjs')

function addNodeGlobals() {
  addLanguage()
  addWebGlobals()
  const { fetch, Response, Request, Headers, FormData, File } = require('undici')
  defineAll(globalThis, { fetch, Response, Request, Headers, FormData, File })
}

function addLanguage() {
  const array = Array.prototype
  define(array, 'findLast', function findLast(test, self) {
    return this.slice().reverse().find(test, self)
  })
  define(array, 'findLastIndex', function findLastIndex(test, self) {
    for (let i = this.length - 1; i >= 0; i -= 1) if (test.call(self, this[i], i, this)) return i
    return -1
  })
  define(array, 'toSorted', function toSorted(compare) {
    return this.slice().sort(compare)
  })
  define(array, 'toReversed', function toReversed() {
    return this.slice().reverse()
  })
  define(array, 'with', function withAt(index, value) {
    const copy = this.slice()
    copy[index < 0 ? copy.length + index : index] = value
    return copy
  })
  define(Object, 'groupBy', groupBy)
  define(Promise, 'withResolvers', withResolvers)
  define(Promise, 'try', (work, ...args) => new Promise((resolve) => resolve(work(...args))))
}

function addWebGlobals() {
  defineAll(globalThis, {
    structuredClone: (value) => v8.deserialize(v8.serialize(value)),
    crypto: crypto.webcrypto,
    Blob: buffer.Blob,
    BroadcastChannel: workers.BroadcastChannel,
    DOMException: domException(),
    CustomEvent: class CustomEvent extends Event {
      constructor(type, options = {}) {
        super(type, options)
        this.detail = options.detail ?? null
      }
    },
  })
  const { ReadableStream, WritableStream, TransformStream, TextEncoderStream, TextDecoderStream } = streams
  const { ByteLengthQueuingStrategy, CountQueuingStrategy } = streams
  defineAll(globalThis, {
    ReadableStream,
    WritableStream,
    TransformStream,
    TextEncoderStream,
    TextDecoderStream,
  })
  defineAll(globalThis, { ByteLengthQueuingStrategy, CountQueuingStrategy })
  define(URL, 'canParse', canParse)
  define(AbortSignal, 'any', anySignal)
}

function groupBy(items, keyOf) {
  const groups = Object.create(null)
  let index = 0
  for (const item of items) {
    const key = keyOf(item, index)
    groups[key] = [...(groups[key] ?? []), item]
    index += 1
  }
  return groups
}

function withResolvers() {
  const parts = {}
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }))
  return parts
}

/** Node 16 has the class but no global name for it: what `atob` throws is one. */
function domException() {
  try {
    return globalThis.atob('~')
  } catch (error) {
    return error.constructor
  }
}

function canParse(url, base) {
  try {
    return new URL(url, base) instanceof URL
  } catch {
    return false
  }
}

function anySignal(signals) {
  const controller = new AbortController()
  for (const signal of signals) {
    if (signal.aborted) controller.abort(signal.reason)
    else signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true })
  }
  return controller.signal
}

module.exports = { addNodeGlobals }
