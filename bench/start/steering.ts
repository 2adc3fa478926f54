// Owns looking into the page of a program that was just started, by Chromium's own protocol: the code goes into the page before its
// own and notes the moments itself, so that when it is asked for them doesn't matter.
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { within } from '../../e2e/fixtures/until'
import { portFile, type ProgramHome, type StartedProgram } from './program-start'

/** It must be in the page before the page is up. */
const LOOK_EVERY_MS = 4
const PATIENCE_MS = 60_000

export const STEERED = '--remote-debugging-port=0'

type Message = {
  readonly id?: number
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly result?: Readonly<Record<string, unknown>>
}

/** @returns what `answer` comes to in the page, once it isn't null */
export async function askPage(
  home: ProgramHome,
  program: StartedProgram,
  code: { readonly before: string; readonly answer: string },
): Promise<unknown> {
  const socket = await openBrowser(home, program)
  try {
    const session = await attachToPage(socket)
    // Without it no code goes before the page's own.
    await socket.ask('Page.enable', {}, session)
    await socket.ask('Page.addScriptToEvaluateOnNewDocument', { source: code.before }, session)
    await socket.ask('Runtime.evaluate', { expression: code.before }, session)
    const answer = await within(PATIENCE_MS, async () => {
      const said = await socket.ask(
        'Runtime.evaluate',
        { expression: code.answer, returnByValue: true },
        session,
      )
      return (said?.['result'] as { readonly value?: unknown } | undefined)?.value ?? null
    })
    if (answer === null) throw new Error('The page of the program never came to that.')
    return answer
  } finally {
    socket.end()
  }
}

interface BrowserSocket {
  /** Undefined: it couldn't be done, as while a page gives way to the next. */
  ask(method: string, params: object, session?: string): Promise<Message['result']>
  hear(method: string, heard: (params: Readonly<Record<string, unknown>>) => void): void
  end(): void
}

async function openBrowser(home: ProgramHome, program: StartedProgram): Promise<BrowserSocket> {
  const address = await addressOf(home, program)
  const socket = new WebSocket(address, { perMessageDeflate: false })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const waiting = new Map<number, (result: Message['result']) => void>()
  const listeners = new Map<string, (params: Readonly<Record<string, unknown>>) => void>()
  let asked = 0
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Message
    if (message.method !== undefined) listeners.get(message.method)?.(message.params ?? {})
    else if (message.id !== undefined) waiting.get(message.id)?.(message.result)
  })
  socket.on('close', () => waiting.forEach((resolve) => resolve(undefined)))
  return {
    ask: (method, params, session) =>
      new Promise((resolve) => {
        asked += 1
        waiting.set(asked, resolve)
        socket.send(JSON.stringify({ id: asked, method, params, ...(session && { sessionId: session }) }))
      }),
    hear: (method, heard) => void listeners.set(method, heard),
    end: () => socket.terminate(),
  }
}

async function attachToPage(socket: BrowserSocket): Promise<string> {
  const target = await new Promise<string>((resolve) => {
    socket.hear('Target.targetCreated', ({ targetInfo }) => {
      const { type, targetId } = targetInfo as { readonly type: string; readonly targetId: string }
      if (type === 'page') resolve(targetId)
    })
    void socket.ask('Target.setDiscoverTargets', { discover: true })
  })
  const attached = await socket.ask('Target.attachToTarget', { targetId: target, flatten: true })
  return String(attached?.['sessionId'])
}

async function addressOf(home: ProgramHome, program: StartedProgram): Promise<string> {
  const end = performance.now() + PATIENCE_MS
  while (program.isRunning() && performance.now() < end) {
    const [port = '', path = ''] = read(portFile(home)).split('\n')
    if (path !== '') return `ws://127.0.0.1:${port}${path}`
    await wait(LOOK_EVERY_MS)
  }
  throw new Error('The program ended, or can’t be steered.')
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // not yet
  }
}
