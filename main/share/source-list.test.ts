import { describe, expect, it } from 'vitest'
import { MAX_SOURCES, MAX_TITLE_CHARS, shareSourceSchema } from '../../shared/model/share'
import { EMPTY_LIST, cleanTitle, listed, withLook, type SeenSource, type SourceList } from './source-list'

const PICTURE = { is: 'taken', url: 'data:image/jpeg;base64,AAAA' } as const
const seen = (id: string, some: Partial<SeenSource> = {}): SeenSource => ({
  id,
  name: id,
  icon: null,
  picture: { is: 'not-taken' },
  ...some,
})
const SCREEN = seen('screen:0:0')
const ids = (list: SourceList): readonly string[] => [...list.screen, ...list.window].map(({ id }) => id)
const both = ['screen', 'window'] as const
const begun = withLook(EMPTY_LIST, both, [SCREEN, seen('window:1:0'), seen('window:2:0')])

describe('a look', () => {
  it('brings what is new, and takes away what vanished', () => {
    expect(ids(withLook(begun, both, [SCREEN, seen('window:3:0'), seen('window:1:0')]))).toEqual([
      'screen:0:0',
      'window:3:0',
      'window:1:0',
    ])
  })

  it('takes the last window away where it saw the screen', () => {
    expect(ids(withLook(begun, both, [SCREEN]))).toEqual(['screen:0:0'])
  })

  it('that found nothing at all changes nothing', () => {
    expect(withLook(begun, both, [])).toBe(begun)
    expect(withLook(begun, ['window'], [])).toBe(begun)
  })

  it('at one kind leaves the other as it was', () => {
    expect(ids(withLook(begun, ['window'], [seen('window:2:0')]))).toEqual(['screen:0:0', 'window:2:0'])
    expect(ids(withLook(begun, ['screen'], [seen('screen:7:0')]))).toEqual([
      'screen:7:0',
      'window:1:0',
      'window:2:0',
    ])
  })

  it('for names keeps the pictures that were taken', () => {
    const pictured = withLook(begun, both, [SCREEN, seen('window:1:0', { picture: PICTURE, icon: 'data:x' })])
    const named = withLook(pictured, both, [SCREEN, seen('window:1:0', { name: 'renamed' })])
    expect(named.window[0]).toMatchObject({ name: 'renamed', picture: PICTURE, icon: 'data:x' })
  })

  it.each([
    ['failed after it was taken: the old one stays', PICTURE, { is: 'failed' }, PICTURE],
    ['failed first, and was taken then', { is: 'failed' }, PICTURE, PICTURE],
    ['failed, and wasn’t asked for then', { is: 'failed' }, { is: 'not-taken' }, { is: 'failed' }],
    ['failed at once', { is: 'not-taken' }, { is: 'failed' }, { is: 'failed' }],
  ] as const)('a picture %s', (_name, before, now, expected) => {
    const first = withLook(EMPTY_LIST, both, [seen('window:1:0', { picture: before })])
    const second = withLook(first, both, [seen('window:1:0', { picture: now })])
    expect(second.window[0]?.picture).toEqual(expected)
  })
})

describe('what the page is told', () => {
  it('keeps the contract whatever the windows are called', () => {
    const titles = [
      '',
      'x'.repeat(4_000),
      '\u202egnp.exe\u0000',
      '\ud800',
      '\u0301'.repeat(4_000),
      '👩‍👩‍👧'.repeat(900),
    ]
    const all = titles.map((name, index) => seen(`window:${index}:0`, { name, picture: PICTURE }))
    const programs = new Map(all.map(({ id, name }) => [id, name]))
    for (const source of listed(withLook(EMPTY_LIST, both, all), programs).sources) {
      expect(shareSourceSchema.safeParse(source).error).toBeUndefined()
    }
  })

  it('lists at most so many, and says how many more there are', () => {
    const all = Array.from({ length: MAX_SOURCES + 11 }, (_, index) => seen(`window:${index}:0`))
    const { sources, left } = listed(withLook(EMPTY_LIST, both, [SCREEN, ...all]), new Map())
    expect(sources).toHaveLength(MAX_SOURCES)
    expect(sources[0]?.kind).toBe('screen')
    expect(left).toBe(12)
  })

  it('names the program where it is known', () => {
    const { sources } = listed(begun, new Map([['window:1:0', ' Wri\u202eter ']]))
    expect(sources.map((source) => source.program)).toEqual([null, 'Wri ter', null])
  })

  it('tells a picture that failed from one that wasn’t taken yet', () => {
    const list = withLook(begun, both, [SCREEN, seen('window:1:0', { picture: { is: 'failed' } })])
    expect(listed(list, new Map()).sources.map((source) => source.thumbnailFailed)).toEqual([false, true])
  })
})

describe('a title', () => {
  it.each([
    ['Letter – Writer', 'Letter – Writer'],
    ['a\u0000b\u001b[31m\nc', 'a b [31m c'],
    ['invoice\u202efdp.exe', 'invoice fdp.exe'],
    ['\u2066\u2069', ''],
    ['  two   spaces ', 'two spaces'],
    ['שלום', 'שלום'],
  ])('%j is shown as %j', (title, shown) => {
    expect(cleanTitle(title)).toBe(shown)
  })

  it('is cut, and not through a letter', () => {
    expect(cleanTitle('x'.repeat(100_000))).toBe('x'.repeat(MAX_TITLE_CHARS))
    expect(cleanTitle('x'.repeat(MAX_TITLE_CHARS - 1) + '😀')).toBe('x'.repeat(MAX_TITLE_CHARS - 1))
  })
})
