// Owns the texts of the running call: sends them over the channel, waits while it is down, confirms those that come, and
// forgets them with the call. What a text may hold is clean-text.ts.
import {
  MAX_TEXT_CHARS,
  type CallMessageContent,
  type CallMessageOf,
} from '../../../shared/protocol/call-messages'
import { MAX_TEXT_LINES } from '../../../shared/protocol/limits'
import type { Clock } from '../../platform/clock'
import type { Log } from '../../platform/log'
import { createBucket } from '../../rtc/courier-limits'
import { cleanText } from './clean-text'
import { NO_TEXTS, type TextLine, type TextsCommands, type TextState, type TextsStore } from './texts-store'

type Content = Extract<CallMessageContent, { t: 'text' | 'text-received' }>
type Heard = CallMessageOf<'text' | 'text-received'>

export interface TextsDeps {
  readonly store: TextsStore
  readonly clock: Clock
  readonly log: Log
  /** The message's number, or null where the channel isn't open. */
  readonly say: (callId: string, content: Content) => number | null
}

export interface TextsController {
  readonly commands: TextsCommands
  /** The call in which texts can be sent, and every call on screen. */
  follow(live: { readonly callId: string; readonly person: string } | null, listed: readonly string[]): void
  hear(callId: string, message: Heard): void
}

export const GIVE_UP_MS = 60_000
const TICK_MS = 1_000
/** Nobody reads faster. What we send stays well below, so that no text of ours is dropped. */
const TAKEN = { burst: 20, perSecond: 2 }
const SENT = { burst: 10, perSecond: 1 }

interface Conversation {
  readonly callId: string
  readonly person: string
  readonly taken: ReturnType<typeof createBucket>
  readonly sent: ReturnType<typeof createBucket>
  /** Keys of our texts by the number of their message. */
  readonly keys: Map<number, string>
  /** Ours without a confirmation: until when we hope for one, and whether it went out. */
  readonly hopes: Map<string, { readonly untilMs: number; readonly isOut: boolean }>
  /** Numbers of texts that came and aren't confirmed yet. */
  unconfirmed: readonly number[]
}

export function createTextsController(deps: TextsDeps): TextsController {
  return new Texts(deps)
}

class Texts implements TextsController {
  readonly #deps: TextsDeps
  readonly commands: TextsCommands
  #now: Conversation | null = null
  /** Whose undelivered texts still stand there. */
  #over: string | null = null
  #cancelTick: (() => void) | null = null
  #count = 0

  constructor(deps: TextsDeps) {
    this.#deps = deps
    this.commands = {
      send: (text) => this.#send(text),
      retry: (key) => this.#retry(key),
      seen: () => this.#deps.store.setState({ unseen: 0 }),
    }
  }

  follow(live: { readonly callId: string; readonly person: string } | null, listed: readonly string[]): void {
    if (live && live.callId === this.#now?.callId) return this.#work()
    if (live) return this.#begin(live)
    if (this.#now) this.#end(this.#now)
    if (this.#over !== null && !listed.includes(this.#over)) this.#forget()
  }

  hear(callId: string, message: Heard): void {
    const now = this.#now
    if (now?.callId !== callId) return
    if (message.t === 'text') this.#take(now, message)
    else this.#confirmed(now, message.of)
  }

  /** Taken up under another number with the same person, it is the same conversation. */
  #begin({ callId, person }: { readonly callId: string; readonly person: string }): void {
    const { clock, store } = this.#deps
    const goesOn = this.#now?.person === person
    const waiting = goesOn ? [...(this.#now?.hopes.keys() ?? [])] : []
    const untilMs = clock.now() + GIVE_UP_MS
    this.#over = null
    this.#now = {
      ...{ callId, person, taken: createBucket(TAKEN), sent: createBucket(SENT), keys: new Map() },
      hopes: new Map(waiting.map((key) => [key, { untilMs, isOut: false }])),
      unconfirmed: [],
    }
    store.setState(goesOn ? { callId } : { ...NO_TEXTS, callId })
    this.#work()
  }

  /** What was not delivered stays to be copied, until the call leaves the screen. */
  #end({ callId }: Conversation): void {
    const { store, log } = this.#deps
    const lines = store
      .getState()
      .lines.filter(({ mine, state }) => mine && state !== 'delivered')
      .map((line) => ({ ...line, state: 'failed' as const }))
    this.#stopTick()
    this.#now = null
    this.#over = callId
    store.setState({ ...NO_TEXTS, lines })
    if (lines.length > 0) log.info('texts not delivered', { count: lines.length })
  }

  #forget(): void {
    this.#over = null
    this.#deps.store.setState(NO_TEXTS)
  }

  #send(raw: string): boolean {
    const now = this.#now
    const text = cleanText(raw)
    if (!now || text === '' || raw.trim().length > MAX_TEXT_CHARS) return false
    const key = this.#append({ mine: true, text, state: 'sending' })
    this.#hope(now, key)
    return true
  }

  #retry(key: string): void {
    const line = this.#deps.store.getState().lines.find((each) => each.key === key)
    if (!this.#now || line?.state !== 'failed') return
    this.#mark(key, 'sending')
    this.#hope(this.#now, key)
  }

  #hope(now: Conversation, key: string): void {
    now.hopes.set(key, { untilMs: this.#deps.clock.now() + GIVE_UP_MS, isOut: false })
    this.#work()
  }

  #take(now: Conversation, { text: raw, seq }: CallMessageOf<'text'>): void {
    const { store, clock, log } = this.#deps
    if (!now.taken.take(clock.now())) {
      if (!store.getState().flooded) log.info('texts come too fast')
      return store.setState({ flooded: true })
    }
    const text = cleanText(raw)
    if (text === '') return
    this.#append({ mine: false, text, state: 'received' })
    store.setState(({ unseen }) => ({ unseen: unseen + 1 }))
    now.unconfirmed = [...now.unconfirmed, seq].slice(-MAX_TEXT_LINES)
    this.#work()
  }

  /** Also late: then it was delivered after all. */
  #confirmed(now: Conversation, seq: number): void {
    const key = now.keys.get(seq)
    if (key === undefined) return
    now.keys.delete(seq)
    now.hopes.delete(key)
    this.#mark(key, 'delivered')
    this.#work()
  }

  /** Says what can be said now, gives up what waited too long, and comes again while anything waits. */
  #work(): void {
    const now = this.#now
    if (!now) return
    this.#giveUp(now)
    this.#sayTexts(now)
    this.#sayReceived(now)
    const waits = now.hopes.size > 0 || now.unconfirmed.length > 0
    if (!waits) this.#stopTick()
    else this.#cancelTick ??= this.#deps.clock.after(TICK_MS, () => this.#tick())
  }

  #tick(): void {
    this.#cancelTick = null
    this.#work()
  }

  #stopTick(): void {
    this.#cancelTick?.()
    this.#cancelTick = null
  }

  #giveUp(now: Conversation): void {
    for (const [key, { untilMs }] of now.hopes) {
      if (untilMs > this.#deps.clock.now()) continue
      now.hopes.delete(key)
      this.#mark(key, 'failed')
    }
  }

  /** In their order, so that one that can't go holds back those after it. */
  #sayTexts(now: Conversation): void {
    for (const line of this.#deps.store.getState().lines) {
      const hope = now.hopes.get(line.key)
      if (!hope || hope.isOut) continue
      if (!now.sent.take(this.#deps.clock.now())) return
      const seq = this.#deps.say(now.callId, { t: 'text', text: line.text })
      if (seq === null) return
      now.keys.set(seq, line.key)
      now.hopes.set(line.key, { ...hope, isOut: true })
    }
  }

  #sayReceived(now: Conversation): void {
    const isSaid = (of: number): boolean => this.#deps.say(now.callId, { t: 'text-received', of }) !== null
    const stuck = now.unconfirmed.findIndex((of) => !isSaid(of))
    now.unconfirmed = stuck < 0 ? [] : now.unconfirmed.slice(stuck)
  }

  #append(line: Omit<TextLine, 'key' | 'at'>): string {
    const { store, clock } = this.#deps
    this.#count += 1
    const key = String(this.#count)
    const at = clock.wallNow()
    store.setState(({ lines }) => ({ lines: [...lines, { ...line, key, at }].slice(-MAX_TEXT_LINES) }))
    return key
  }

  #mark(key: string, state: TextState): void {
    this.#deps.store.setState(({ lines }) => ({
      lines: lines.map((line) => (line.key === key ? { ...line, state } : line)),
    }))
  }
}
