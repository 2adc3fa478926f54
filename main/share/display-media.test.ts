import { beforeEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../shared/result'
import { silentLog } from '../log/log'
import { deferred, settled } from '../testing/deferred'
import { createManualTimers } from '../testing/manual-timers'
import { CHOICE_LASTS_MS, type CaptureRequest } from './capture-rules'
import { DisplayMedia, type DisplayMediaParts } from './display-media'
import { REQUEST_LASTS_MS, type ChosenSource, type Grant } from './open-requests'
import { createSourceOffers } from './source-offers'

const ANA = 1
const BEN = 2
const LETTER = { id: 'window:1:0', name: 'Letter' }
const PHOTOS = { id: 'window:2:0', name: 'Photos' }
const REQUEST: CaptureRequest = {
  frame: { isMainFrame: true, isAppPage: true },
  isOwnOrigin: true,
  videoRequested: true,
  audioRequested: true,
  userGesture: true,
}
const granted = (video: ChosenSource, sound = false): Grant => ({ video, sound })

function setUp(some: Partial<DisplayMediaParts> = {}) {
  const timers = createManualTimers()
  const offers = createSourceOffers()
  const dialogue = offers.open(ANA)
  offers.replace(dialogue, [LETTER, PHOTOS])
  const system = deferred<ChosenSource | null>()
  let asked = 0
  const media = new DisplayMedia({
    offers,
    picker: 'own',
    soundAvailable: true,
    askSystem: () => {
      asked += 1
      return system.promise
    },
    after: (ms, run) => timers.after(ms, run),
    nowMs: () => timers.nowMs(),
    log: silentLog,
    ...some,
  })
  /** What each request was answered; nothing where it wasn't yet. */
  const request = (some: Partial<CaptureRequest> = {}, asker: number | null = ANA): (Grant | null)[] => {
    const answers: (Grant | null)[] = []
    media.request(asker, { ...REQUEST, ...some }, (grant) => answers.push(grant))
    return answers
  }
  const choose = (id = LETTER.id, asker = ANA, sound = false) =>
    media.choose(asker, { source: { dialogue, id }, sound })
  return { timers, offers, dialogue, media, system, request, choose, asked: () => asked }
}

let at: ReturnType<typeof setUp>
beforeEach(() => {
  at = setUp()
})

describe('a request', () => {
  it('gets what was chosen, once', () => {
    expect(at.choose()).toEqual(ok(undefined))
    expect(at.request()).toEqual([granted(LETTER)])
    expect(at.request()).toEqual([null])
  })

  it('gets what was chosen last', () => {
    at.choose(LETTER.id)
    at.choose(PHOTOS.id)
    expect(at.request()).toEqual([granted(PHOTOS)])
  })

  it('gets nothing where nothing was chosen, or another page chose', () => {
    expect(at.request()).toEqual([null])
    at.choose()
    expect(at.request({}, BEN)).toEqual([null])
    expect(at.request({}, null)).toEqual([null])
    expect(at.request()).toEqual([granted(LETTER)])
  })

  it('that is refused uses up no choice: it wasn’t the page’s own', () => {
    at.choose()
    expect(at.request({ frame: { isMainFrame: false, isAppPage: true } })).toEqual([null])
    expect(at.request({ userGesture: false })).toEqual([null])
    expect(at.request()).toEqual([granted(LETTER)])
  })

  it('that comes too late gets nothing', () => {
    at.choose()
    at.timers.advance(CHOICE_LASTS_MS + 1)
    expect(at.media.hasChoice(ANA)).toBe(false)
    expect(at.request()).toEqual([null])
  })

  it('that can’t be answered any more harms nothing', () => {
    at.choose()
    expect(() =>
      at.media.request(ANA, REQUEST, () => {
        throw new Error('frame is gone')
      }),
    ).not.toThrow()
    expect(at.request()).toEqual([null])
  })
})

describe('choosing', () => {
  it('an id that was never offered is refused, and voids what was chosen before', () => {
    at.choose()
    expect(at.choose('window:9:0')).toEqual(fail('source-gone'))
    expect(
      at.media.choose(ANA, { source: { dialogue: 'f'.repeat(16), id: LETTER.id }, sound: false }),
    ).toEqual(fail('source-gone'))
    expect(at.request()).toEqual([null])
  })

  it('an id that another page was offered is refused', () => {
    expect(at.choose(LETTER.id, BEN)).toEqual(fail('source-gone'))
  })

  it('a source that vanished from the list is refused', () => {
    at.offers.replace(at.dialogue, [PHOTOS])
    expect(at.choose()).toEqual(fail('source-gone'))
  })

  it('a successor needs no picker', () => {
    const dialogue = at.offers.offerSuccessor(ANA, { id: 'window:5:0', name: 'Letter' })
    at.media.choose(ANA, { source: { dialogue, id: 'window:5:0' }, sound: false })
    at.media.dialogueClosed(at.dialogue)
    expect(at.request()).toEqual([granted({ id: 'window:5:0', name: 'Letter' })])
  })

  it('is void when its dialogue is closed', () => {
    at.choose()
    at.media.dialogueClosed(at.dialogue)
    expect(at.media.hasChoice(ANA)).toBe(false)
    expect(at.request()).toEqual([null])
  })

  it('is void when its page is gone', () => {
    at.choose()
    at.media.left(ANA)
    expect(at.request()).toEqual([null])
  })

  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
  ])('sound: wanted %s, this system can %s, given %s', (wanted, soundAvailable, given) => {
    at = setUp({ soundAvailable })
    at.choose(LETTER.id, ANA, wanted)
    expect(at.request()).toEqual([granted(LETTER, given)])
  })

  it('the system’s dialogue is refused where the picker is ours', () => {
    expect(at.media.choose(ANA, { source: null, sound: false })).toEqual(fail('share-refused'))
    expect(at.request()).toEqual([null])
    expect(at.asked()).toBe(0)
  })
})

describe('the system’s own dialogue', () => {
  const SCREEN = { id: 'screen:0:0', name: 'Entire screen' }
  const chooseSystem = () => at.media.choose(ANA, { source: null, sound: true })
  beforeEach(() => {
    at = setUp({ picker: 'system', soundAvailable: false })
    chooseSystem()
  })

  it('opens once, by the request, and gives what the person chose', async () => {
    expect(at.asked()).toBe(0)
    const answers = at.request()
    expect(at.request()).toEqual([null])
    expect(at.asked()).toBe(1)
    expect(answers).toEqual([])
    at.system.resolve(SCREEN)
    await settled()
    expect(answers).toEqual([granted(SCREEN)])
    expect(at.timers.pending).toBe(0)
  })

  it('gives nothing where the person chose nothing', async () => {
    const answers = at.request()
    at.system.resolve(null)
    await settled()
    expect(answers).toEqual([null])
  })

  it('gives nothing where it fails', async () => {
    at = setUp({ picker: 'system', askSystem: () => Promise.reject(new Error('Failed to get sources.')) })
    chooseSystem()
    const answers = at.request()
    await settled()
    expect(answers).toEqual([null])
    expect(at.timers.pending).toBe(0)
  })

  it.each([
    ['the person has gone away', () => at.timers.advance(REQUEST_LASTS_MS)],
    ['the page is gone', () => at.media.left(ANA)],
    ['the page chose anew', () => void chooseSystem()],
  ])('is settled once where %s, and what it gives later is dropped', async (_name, happens) => {
    const answers = at.request()
    happens()
    expect(answers).toEqual([null])
    at.system.resolve(SCREEN)
    await settled()
    expect(answers).toEqual([null])
    expect(at.timers.pending).toBe(0)
  })

  it('is not ended by another page’s leaving', () => {
    const answers = at.request()
    at.media.left(BEN)
    expect(answers).toEqual([])
  })
})
