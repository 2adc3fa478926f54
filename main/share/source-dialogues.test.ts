import { beforeEach, describe, expect, it } from 'vitest'
import { shareSourcesSchema, type ShareSources } from '../../shared/model/share'
import { silentLog } from '../log/log'
import { deferred, settled, type Deferred } from '../testing/deferred'
import { createManualTimers } from '../testing/manual-timers'
import { lookPlanFor, type Look } from './look-plan'
import { createSourceDialogues, type SourceDialogueParts } from './source-dialogues'
import type { Programs, SeenSource } from './source-list'
import { createSourceOffers } from './source-offers'

const ANA = 1
const BEN = 2
const SCREEN = named('screen:0:0', 'Entire screen')
const LETTER = named('window:1:0', 'Letter')
const PHOTOS = named('window:2:0', 'Photos')
const PICTURE = { is: 'taken', url: 'data:image/jpeg;base64,AAAA' } as const

function named(id: string, name: string): SeenSource {
  return { id, name, icon: null, picture: { is: 'not-taken' } }
}
const pictured = (source: SeenSource): SeenSource => ({ ...source, picture: PICTURE })

function setUp(some: Partial<SourceDialogueParts> = {}) {
  const timers = createManualTimers()
  const offers = createSourceOffers()
  const looks: Look[] = []
  const open: Deferred<readonly SeenSource[] | null>[] = []
  const told: (ShareSources & { readonly asker: number })[] = []
  const closed: string[] = []
  const system = { denied: false }
  const dialogues = createSourceDialogues({
    picker: 'own',
    system: {
      isDenied: () => system.denied,
      async look(look) {
        looks.push(look)
        const one = deferred<readonly SeenSource[] | null>()
        open.push(one)
        const seen = await one.promise
        if (seen === null) throw new Error('Failed to get sources.')
        return seen
      },
    },
    plan: lookPlanFor('linux'),
    offers,
    programsOf: () => Promise.resolve(new Map()),
    tell: (asker, sources) => told.push({ ...sources, asker }),
    closed: (dialogue) => closed.push(dialogue),
    after: (ms, run) => timers.after(ms, run),
    nowMs: () => timers.nowMs(),
    log: silentLog,
    ...some,
  })
  const begin = (asker = ANA): string => {
    const opened = dialogues.open(asker)
    if (!opened.ok) throw new Error(opened.code)
    return opened.value.dialogue
  }
  /** The system answers the look that waits longest; null: it fails. */
  const answer = async (seen: readonly SeenSource[] | null): Promise<void> => {
    open.shift()?.resolve(seen)
    await settled()
  }
  const titles = (): unknown => {
    const state = told.at(-1)?.state
    return state?.is === 'listed' ? state.sources.map((source) => source.title) : state?.is
  }
  return { timers, offers, looks, open, told, closed, system, dialogues, begin, answer, titles }
}

let at: ReturnType<typeof setUp>
beforeEach(() => {
  at = setUp()
})

it('nobody looks before the picker is opened', () => {
  expect(at.looks).toEqual([])
  expect(at.timers.pending).toBe(0)
})

it('where the system has its own picker nobody looks at all', () => {
  at = setUp({ picker: 'system' })
  expect(at.dialogues.open(ANA)).toMatchObject({ ok: false, code: 'not-supported-here' })
  expect(at.looks).toEqual([])
})

describe('an open picker', () => {
  it('hears names first, pictures after, then what changes', async () => {
    at.begin()
    expect(at.titles()).toBe('loading')
    await at.answer([SCREEN, LETTER])
    expect(at.titles()).toEqual(['Entire screen', 'Letter'])
    await at.answer([pictured(SCREEN), pictured(LETTER)])
    const { state } = at.told.at(-1) ?? {}
    expect(state?.is === 'listed' && state.sources.every(({ thumbnail }) => thumbnail === PICTURE.url)).toBe(
      true,
    )
    expect(at.looks).toHaveLength(2)
    at.timers.advance(2_000)
    expect(at.looks).toHaveLength(3)
    await at.answer([pictured(SCREEN), pictured(PHOTOS)])
    expect(at.titles()).toEqual(['Entire screen', 'Photos'])
    for (const { asker, ...news } of at.told) {
      expect(asker).toBe(ANA)
      expect(shareSourcesSchema.safeParse(news).error).toBeUndefined()
    }
  })

  it('is told nothing twice', async () => {
    at.begin()
    await at.answer([SCREEN])
    await at.answer([pictured(SCREEN)])
    const before = at.told.length
    at.timers.advance(2_000)
    await at.answer([pictured(SCREEN)])
    expect(at.told).toHaveLength(before)
    expect(at.timers.pending).toBe(1)
  })

  it('offers what it lists, and what vanished no more', async () => {
    const dialogue = at.begin()
    expect(at.offers.find(ANA, dialogue, LETTER.id)).toBeNull()
    await at.answer([SCREEN, LETTER])
    expect(at.offers.find(ANA, dialogue, LETTER.id)).toEqual({ id: LETTER.id, name: 'Letter' })
    await at.answer([SCREEN])
    expect(at.offers.find(ANA, dialogue, LETTER.id)).toBeNull()
  })

  it('looks on after a failure, which it shows only where there is nothing else', async () => {
    at.begin()
    await at.answer(null)
    expect(at.titles()).toBe('failed')
    await at.answer([SCREEN, LETTER])
    at.timers.advance(2_000)
    await at.answer(null)
    expect(at.titles()).toEqual(['Entire screen', 'Letter'])
    at.timers.advance(2_000)
    await at.answer([SCREEN])
    expect(at.titles()).toEqual(['Entire screen'])
  })

  it('says so where looking isn’t allowed, and looks once: that makes the system ask', async () => {
    at.system.denied = true
    at.begin()
    expect(at.titles()).toBe('denied')
    expect(at.looks).toHaveLength(1)
    await at.answer(null)
    expect(at.titles()).toBe('denied')
    expect(at.looks).toHaveLength(1)
    expect(at.timers.pending).toBe(0)
  })

  it('goes on where that was allowed after all', async () => {
    at.system.denied = true
    at.begin()
    await at.answer([SCREEN, LETTER])
    expect(at.titles()).toEqual(['Entire screen', 'Letter'])
  })

  it('says so where looking was refused just now', async () => {
    at.begin()
    at.system.denied = true
    await at.answer(null)
    expect(at.titles()).toBe('denied')
    expect(at.timers.pending).toBe(0)
  })

  it('hears the programs’ names as soon as they are known, each asked for once', async () => {
    const known = deferred<Programs>()
    const asked: (readonly string[])[] = []
    const programsOf = (ids: readonly string[]): Promise<Programs> => {
      asked.push(ids)
      return known.promise
    }
    at = setUp({ programsOf })
    at.begin()
    await at.answer([SCREEN, LETTER])
    known.resolve(new Map([[LETTER.id, 'Writer']]))
    await settled()
    await at.answer([SCREEN, LETTER, PHOTOS])
    const { state } = at.told.at(-1) ?? {}
    expect(state?.is === 'listed' && state.sources.map(({ program }) => program)).toEqual([
      null,
      'Writer',
      null,
    ])
    expect(asked).toEqual([[LETTER.id], [PHOTOS.id]])
  })

  it('goes on where the programs stay unknown', async () => {
    at = setUp({ programsOf: () => Promise.reject(new Error('no X server')) })
    at.begin()
    await at.answer([SCREEN, LETTER])
    expect(at.titles()).toEqual(['Entire screen', 'Letter'])
  })
})

describe('nothing is left running', () => {
  it.each([
    ['the picker is closed', (dialogue: string) => at.dialogues.close(ANA, dialogue)],
    ['its page is gone', () => at.dialogues.left(ANA)],
  ])('when %s, whether a look was going or awaited', async (_name, ends) => {
    const waiting = at.begin()
    await at.answer([SCREEN, LETTER])
    await at.answer([SCREEN, LETTER])
    expect(at.timers.pending).toBe(1)
    ends(waiting)
    expect(at.timers.pending).toBe(0)
    expect(at.offers.find(ANA, waiting, LETTER.id)).toBeNull()

    const looking = at.begin()
    ends(looking)
    const told = at.told.length
    await at.answer([SCREEN, LETTER])
    expect(at.told).toHaveLength(told)
    expect(at.open).toHaveLength(0)
    expect(at.timers.pending).toBe(0)
    expect(at.closed).toEqual([waiting, looking])
  })

  it('of a first picker when the same page opens a second', async () => {
    const first = at.begin()
    await at.answer([SCREEN])
    await at.answer([SCREEN])
    const second = at.begin()
    expect(at.timers.pending).toBe(0)
    expect(at.closed).toEqual([first])
    at.dialogues.close(ANA, first)
    await at.answer([SCREEN, PHOTOS])
    expect(at.told.at(-1)).toMatchObject({ dialogue: second })
    expect(at.titles()).toEqual(['Entire screen', 'Photos'])
  })

  it('but another page’s picker goes on, and can’t be closed by ours', async () => {
    at.begin()
    const other = at.begin(BEN)
    at.dialogues.close(ANA, other)
    at.dialogues.left(ANA)
    await at.answer([SCREEN])
    await at.answer([SCREEN, LETTER])
    expect(at.told.at(-1)).toMatchObject({ asker: BEN, dialogue: other })
  })
})

describe('on macOS', () => {
  beforeEach(() => {
    at = setUp({ plan: lookPlanFor('darwin') })
  })

  it('an empty answer takes nothing away', async () => {
    at.begin()
    await at.answer([pictured(LETTER)])
    await at.answer([pictured(SCREEN)])
    at.timers.advance(4_000)
    expect(at.looks.at(-1)?.kinds).toEqual(['window'])
    await at.answer([])
    expect(at.titles()).toEqual(['Entire screen', 'Letter'])
  })

  it('a picker opened again begins with the last list, and looks only when it may', async () => {
    const first = at.begin()
    await at.answer([pictured(LETTER)])
    await at.answer([pictured(SCREEN)])
    at.dialogues.close(ANA, first)
    const second = at.begin()
    expect(at.titles()).toEqual(['Entire screen', 'Letter'])
    expect(at.offers.find(ANA, second, LETTER.id)).not.toBeNull()
    expect(at.looks).toHaveLength(2)
    at.timers.advance(4_000)
    expect(at.looks).toHaveLength(3)
  })

  it('a list that is old is forgotten', async () => {
    const first = at.begin()
    await at.answer([pictured(LETTER)])
    at.dialogues.close(ANA, first)
    at.timers.advance(60_000)
    at.begin()
    expect(at.titles()).toBe('loading')
  })
})
