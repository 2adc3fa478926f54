// Owns looking at the system's sources again and again, from `begin` to `stop`, and saying what the list is now.
// How often is look-plan.ts, what a look makes of the list source-list.ts.
import type { ShareSources } from '../../shared/model/share'
import { kindOfError, type Log } from '../log/log'
import { lookAt, pauseBefore, type Look, type LookPlan, type SourceKind } from './look-plan'
import { EMPTY_LIST, listed, withLook, type Programs, type SeenSource, type SourceList } from './source-list'

export interface SystemSources {
  /**
   * The person hasn't allowed us to look (macOS), or was never asked: it is the first look that asks, and that brings us
   * into the system's list of programs that may be allowed. Allowing counts from the next start.
   */
  isDenied(): boolean
  look(look: Look): Promise<readonly SeenSource[]>
}

export type SourceWatchParts = {
  readonly system: SystemSources
  readonly plan: LookPlan
  /** Names of the programs that own these windows, where the system tells. */
  readonly programsOf: (ids: readonly string[]) => Promise<Programs>
  readonly after: (ms: number, run: () => void) => () => void
  readonly nowMs: () => number
  readonly log: Log
}

/** What outlasts a watch: the last list, and when each kind was looked at. */
export type WatchMemory = { list: SourceList; atMs: number; readonly lastAtMs: Map<SourceKind, number> }
export const createWatchMemory = (): WatchMemory => ({
  list: EMPTY_LIST,
  atMs: -Infinity,
  lastAtMs: new Map(),
})

export type SourcesState = ShareSources['state']

export class SourceWatch {
  private readonly parts: SourceWatchParts
  private readonly memory: WatchMemory
  private readonly changed: (state: SourcesState) => void
  private readonly programs = new Map<string, string>()
  private readonly askedPrograms = new Set<string>()
  private list: SourceList
  private isOver = false
  private told = ''
  private stopWaiting = (): void => undefined

  /** `changed` is never called after `stop`, nor twice with the same. */
  constructor(parts: SourceWatchParts, memory: WatchMemory, changed: (state: SourcesState) => void) {
    const { nowMs, plan } = parts
    this.parts = parts
    this.memory = memory
    this.changed = changed
    this.list = nowMs() - memory.atMs < plan.listLastsMs ? memory.list : EMPTY_LIST
  }

  begin(): void {
    if (this.parts.system.isDenied()) this.tell({ is: 'denied' })
    else if (this.list === EMPTY_LIST) this.tell({ is: 'loading' })
    else this.publish()
    this.wait(0)
  }

  stop(): void {
    this.isOver = true
    this.stopWaiting()
  }

  private wait(index: number): void {
    const { plan, nowMs, after } = this.parts
    const pauseMs = pauseBefore(plan, index, { lastAtMs: this.memory.lastAtMs, nowMs: nowMs() })
    if (pauseMs <= 0) void this.look(index)
    else this.stopWaiting = after(pauseMs, () => void this.look(index))
  }

  private async look(index: number): Promise<void> {
    const look = lookAt(this.parts.plan, index)
    try {
      const seen = await this.parts.system.look(look)
      if (!this.isOver) this.take(look.kinds, seen)
    } catch (error) {
      this.parts.log.info('looking failed', { why: kindOfError(error) })
      if (this.parts.system.isDenied()) return this.tell({ is: 'denied' })
      if (this.list === EMPTY_LIST) this.tell({ is: 'failed' })
    }
    for (const kind of look.kinds) this.memory.lastAtMs.set(kind, this.parts.nowMs())
    if (!this.isOver) this.wait(index + 1)
  }

  private take(kinds: readonly SourceKind[], seen: readonly SeenSource[]): void {
    this.list = withLook(this.list, kinds, seen)
    this.memory.list = this.parts.plan.listLastsMs > 0 ? this.list : EMPTY_LIST
    this.memory.atMs = this.parts.nowMs()
    this.publish()
    this.learnPrograms().catch((error: unknown) => {
      this.parts.log.info('programs unknown', { why: kindOfError(error) })
    })
  }

  private async learnPrograms(): Promise<void> {
    const unknown = this.list.window.map(({ id }) => id).filter((id) => !this.askedPrograms.has(id))
    if (unknown.length === 0) return
    for (const id of unknown) this.askedPrograms.add(id)
    const found = await this.parts.programsOf(unknown)
    for (const [id, program] of found) this.programs.set(id, program)
    if (found.size > 0) this.publish()
  }

  private publish(): void {
    const { sources, left } = listed(this.list, this.programs)
    this.tell({ is: 'listed', sources: [...sources], left })
  }

  private tell(state: SourcesState): void {
    const text = JSON.stringify(state)
    if (this.isOver || text === this.told) return
    this.told = text
    this.changed(state)
  }
}
