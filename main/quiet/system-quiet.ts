// Owns the desktop's own do-not-disturb, where it can be read: asked when wanted, and kept for who can't wait. Where it is kept is
// quiet-rules.ts.
import { execFile } from 'node:child_process'
import { NOTIFICATIONS, NOTIFICATIONS_PATH } from '../notify/notice-rules'
import { openBus, type Bus } from '../system/session-bus'
import { after, every } from '../system/timers'
import {
  answerOfProperty,
  answerOfSetting,
  quietSource,
  type QuietAnswer,
  type QuietSetting,
} from './quiet-rules'

export type { QuietAnswer } from './quiet-rules'

export interface SystemQuiet {
  read(): Promise<QuietAnswer>
  /** As it was read last; asks anew for the next time. What isn't known isn't quiet. */
  readonly isQuiet: () => boolean
  end(): void
}

type Env = Readonly<Record<string, string | undefined>>

export interface SystemQuietOptions {
  readonly platform: NodeJS.Platform
  readonly env: Env
  /** Not asked before, unless somebody wants to know: what the window waits for goes first. */
  readonly calm: Promise<void>
  /** The program's output; null: it failed. */
  readonly run?: RunProgram
  readonly timers?: Pick<Timers, 'after' | 'every'>
}
type RunProgram = (program: string, args: readonly string[], env: Env) => Promise<string | null>
interface Timers {
  after(ms: number, run: () => void): () => void
  every(ms: number, run: () => void): () => void
}

/** A ring takes what was read before and waits for nothing; the self-test asks for 4 s at most. */
const ANSWER_MS = 2_000
const REFRESH_MS = 30_000

export function systemQuiet(options: SystemQuietOptions): SystemQuiet {
  const { platform, env, calm, run = runProgram, timers = { after, every } } = options
  const source = quietSource(platform, env)
  if (source.by === 'nothing') return CANT_BE_READ
  const property = createProperty(env)
  let last: QuietAnswer = 'unknown'
  let asking: Promise<QuietAnswer> | null = null
  let isOver = false

  const ask = (): Promise<QuietAnswer> =>
    source.by === 'gsettings' ? askSetting(run, source.setting, env) : property.ask()

  function read(): Promise<QuietAnswer> {
    asking ??= bounded(ask(), timers).then((answer) => {
      asking = null
      last = answer
      return answer
    })
    return asking
  }

  void calm.then(() => (isOver ? undefined : read()))
  const stop = timers.every(REFRESH_MS, () => void read())
  return {
    read,
    isQuiet() {
      void read()
      return last === 'quiet'
    },
    end() {
      isOver = true
      stop()
      property.end()
    },
  }
}

const CANT_BE_READ: SystemQuiet = {
  read: () => Promise.resolve('unknown'),
  isQuiet: () => false,
  end: () => undefined,
}

async function askSetting(run: RunProgram, setting: QuietSetting, env: Env): Promise<QuietAnswer> {
  return answerOfSetting(await run('gsettings', ['get', setting.schema, setting.key], env), setting)
}

function runProgram(program: string, args: readonly string[], env: Env): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, args, { env, timeout: ANSWER_MS, encoding: 'utf8' }, (error, output) => {
      resolve(error ? null : output)
    })
  })
}

/** The one connection is kept, and opened again if it was lost. */
function createProperty(env: Env): { ask(): Promise<QuietAnswer>; end(): void } {
  let bus: Promise<Bus | null> | null = null
  let isOver = false

  async function ask(): Promise<QuietAnswer> {
    if (isOver) return 'unknown'
    bus ??= openBus({ kind: 'session', env, heard: () => undefined, lost: () => (bus = null) })
    const answer = await (
      await bus
    )?.ask({
      destination: NOTIFICATIONS,
      path: NOTIFICATIONS_PATH,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [NOTIFICATIONS, 'Inhibited'],
      onlyIfRunning: true,
    })
    return answer?.ok ? answerOfProperty(answer.value.body[0]) : 'unknown'
  }
  return {
    ask,
    end() {
      isOver = true
      void bus?.then((opened) => opened?.end())
    },
  }
}

function bounded(answer: Promise<QuietAnswer>, timers: Pick<Timers, 'after'>): Promise<QuietAnswer> {
  return new Promise((resolve) => {
    const giveUp = timers.after(ANSWER_MS, () => resolve('unknown'))
    void answer.then(resolve).finally(giveUp)
  })
}
