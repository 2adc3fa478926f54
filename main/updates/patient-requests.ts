// Owns what the requests of electron-updater lack on Electron's network: an end to a server that falls silent, and hearing of an
// answer that breaks off.
import type { EventEmitter } from 'node:events'

/** As long as the library itself gives Node's requests; Electron's have no socket that it could set it on. */
export const SILENT_MS = 60_000

export interface UpdateRequest extends EventEmitter {
  abort(): void
}

export interface UpdateRequests {
  createRequest(options: unknown, answered: (answer: EventEmitter) => void): UpdateRequest
}

type After = (ms: number, run: () => void) => () => void

export function guardRequests(requests: UpdateRequests, after: After): void {
  const create = requests.createRequest.bind(requests)
  requests.createRequest = (options, answered) => {
    const watch = watchSilence(after, () => {
      request.emit('error', new Error('net::ERR_TIMED_OUT'))
      request.abort()
    })
    const request = create(options, (answer) => {
      // The request tells it as well; but unheard here it would be an exception that nobody handles.
      for (const event of ['error', 'end', 'close']) answer.on(event, watch.end)
      answer.on('data', watch.heard)
      watch.heard()
      answered(answer)
    })
    for (const event of ['error', 'abort']) request.on(event, watch.end)
    watch.heard()
    return request
  }
}

function watchSilence(after: After, silent: () => void): { heard: () => void; end: () => void } {
  let cancel = (): void => undefined
  let isOver = false
  const end = (): void => {
    isOver = true
    cancel()
  }
  const heard = (): void => {
    cancel()
    if (!isOver) cancel = after(SILENT_MS, silent)
  }
  return { heard, end }
}

/** @param updater of the library, which doesn't show what it asks with; pinned, and looked at with each new one */
export function requestsOf(updater: object): UpdateRequests {
  const executor: unknown = Reflect.get(updater, 'httpExecutor')
  if (!isRequests(executor)) throw new Error('The updater asks in another way than it did.')
  return executor
}

const isRequests = (value: unknown): value is UpdateRequests =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'createRequest') === 'function'
