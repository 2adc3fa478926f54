import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { verbSchema, type Verb } from '../../shared/model/verbs'
import { MAX_VERBS, foreignArguments, readArguments } from './read-arguments'

const LINK = `parley://call/${'0123456789abcdef'.repeat(2)}?server=http%3A%2F%2F127.0.0.1%3A9000%2F`
const WEB = `https://call.example.org/#/call/${'0123456789abcdef'.repeat(2)}`
const PROGRAM = '/opt/Parley/parley'
const offered = (link: string): Verb => ({ verb: 'offer-link', link })
const OPEN: Verb = { verb: 'open' }
const DECLINE: Verb = { verb: 'decline' }

const start = (verbs: readonly Verb[], hidden = false) => ({ is: 'start', hidden, verbs })
const wrong = (is: string, more: object = {}) => ({ is: 'wrong', complaint: { is, ...more } })
const read = (...words: string[]) => readArguments([PROGRAM, ...words])

describe('a command line', () => {
  it.each<[readonly string[], unknown]>([
    [[], start([])],
    [['--accept'], start([{ verb: 'accept', video: null }])],
    [['--accept-sound'], start([{ verb: 'accept', video: false }])],
    [['--decline'], start([DECLINE])],
    [['--mute'], start([{ verb: 'mute' }])],
    [['--unmute'], start([{ verb: 'unmute' }])],
    [['--hang-up'], start([{ verb: 'hang-up' }])],
    [['--open'], start([OPEN])],
    [['--hidden'], start([], true)],
    [['--hidden', '--open'], start([OPEN], true)],
    [['--decline', '--open'], start([DECLINE, OPEN])],
    [['--version'], { is: 'version' }],
    [['--help'], { is: 'help' }],
    [['--version', '--help', '--accept'], { is: 'help' }],
    // Help is given whatever else is wrong.
    [['--call', '--help'], wrong('link-missing')],
    [['--call=', '--help'], { is: 'help' }],
  ])('%j asks for %j', (words, asked) => {
    expect(read(...words)).toEqual(asked)
  })

  it.each<[readonly string[], unknown]>([
    [['--call', LINK], start([offered(LINK)])],
    [[`--call=${LINK}`], start([offered(LINK)])],
    [['--call', WEB], start([offered(WEB)])],
    [['--call', LINK, '--decline'], start([offered(LINK), DECLINE])],
    [['--call', 'parley://call/broken'], start([offered('parley://call/broken')])],
    [['--call'], wrong('link-missing')],
    [['--call='], wrong('link-missing')],
    [['--call', ''], wrong('link-missing')],
    [['--call', '--accept'], wrong('link-missing')],
    [['--call', 'https://example.org/'], wrong('not-a-link')],
    [['--call', 'Ben'], wrong('not-a-link')],
    [['--call', `parley:${'x'.repeat(10_000)}`], wrong('link-too-long')],
    [[`--call=parley:${'x'.repeat(10_000)}`], wrong('link-too-long')],
  ])('to call only offers a link: %j', (words, asked) => {
    expect(read(...words)).toEqual(asked)
  })

  it.each<[readonly string[], unknown]>([
    [[LINK], start([offered(LINK)])],
    [[WEB], start([offered(WEB)])],
    [['--', LINK], start([offered(LINK)])],
    [['--allow-file-access-from-files', '--', LINK], start([offered(LINK)])],
    [['PARLEY://CALL/x'], start([offered('PARLEY://CALL/x')])],
    [['https://example.org/'], start([])],
    [[`https://example.org/${'x'.repeat(10_000)}`], start([])],
    [[`parley:${'x'.repeat(10_000)}`], wrong('link-too-long')],
  ])('may hold a link by itself: %j', (words, asked) => {
    expect(read(...words)).toEqual(asked)
  })

  it.each([
    'parley:x --accept',
    'parley:x" --accept "',
    "parley:x' --accept '",
    'parley:x\n--accept\n',
    'parley:x\t--hang-up',
    'parley:--decline',
    'parley:x\\" --version \\"',
    'parley:$(parley --accept)',
    'parley:`parley --accept`',
    'parley:%20--accept',
  ])('never splits a link: %j', (link) => {
    expect(read(link)).toEqual(start([offered(link)]))
    expect(read('--', link)).toEqual(start([offered(link)]))
    expect(read('--call', link)).toEqual(start([offered(link)]))
    expect(read(`--call=${link}`)).toEqual(start([offered(link)]))
  })

  it.each<[readonly string[], unknown]>([
    // What a quotation mark in a link makes of it where the system's own quoting is weak.
    [[LINK, '--accept'], start([offered(LINK)])],
    [[LINK, '--version'], start([offered(LINK)])],
    [['--', '--accept'], start([])],
    [['--', '--call', LINK], start([offered(LINK)])],
    [['--', '--hidden', '--help'], start([])],
    [['--hidden', '--', '--accept'], start([], true)],
    // Broken, but a link, so that what is behind it is still its.
    [['parley:x', '--hang-up'], start([offered('parley:x')])],
  ])('has no switch behind a link or --: %j', (words, asked) => {
    expect(read(...words)).toEqual(asked)
  })

  it.each([
    [['--no-sandbox', '--user-data-dir=/tmp/x', '--profile=ben']],
    [['-r', '/work/compat.cjs', '.', '--use-fake-device-for-media-stream=device-count=3']],
    [['--original-process-start-time=133', '--ozone-platform=x11', 'file.txt', '']],
    [['--mute-audio', '--acceptance', '--Accept', '-accept', '--toString', '--constructor', '__proto__']],
  ])('may hold what others add: %j', (words) => {
    expect(read(...words)).toEqual(start([]))
    expect(read(...words, '--decline')).toEqual(start([DECLINE]))
  })

  it.each(['--accept', '--decline', '--open', '--hidden', '--version'])('%s takes no value', (word) => {
    expect(read(`${word}=1`)).toEqual(wrong('takes-no-value', { word }))
  })

  test('the name of the program asks for nothing', () => {
    expect(readArguments(['--accept'])).toEqual(start([]))
    expect(readArguments([LINK])).toEqual(start([]))
    expect(readArguments([])).toEqual(start([]))
  })

  it('asks for so much and no more', () => {
    const many = (count: number) => Array.from({ length: count }, () => '--mute')
    expect(read(...many(MAX_VERBS))).toMatchObject({ is: 'start' })
    expect(read(...many(MAX_VERBS + 1))).toEqual(wrong('too-many'))
  })

  it('of whatever words gives verbs as the table has them, or a complaint', () => {
    const word = fc.oneof(
      fc.string({ maxLength: 600 }),
      fc.constantFrom('--call', '--accept', '--', LINK, '--hidden', '--open', `--call=${LINK}`),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 24 }), (words) => {
        const asked = read(...words)
        if (asked.is !== 'start') return
        for (const verb of asked.verbs) expect(verbSchema.safeParse(verb).success).toBe(true)
      }),
    )
  })
})

describe('what is not ours', () => {
  it.each([
    [
      ['.', '--profile=ben', LINK],
      ['.', '--profile=ben'],
    ],
    [
      ['.', '--call', LINK, '--hidden', '--no-sandbox'],
      ['.', '--no-sandbox'],
    ],
    [
      ['.', `--call=${LINK}`, '--accept', '--', WEB],
      ['.', '--'],
    ],
    [['.', '--call'], ['.']],
  ])('of %j is %j', (words, foreign) => {
    expect(foreignArguments([PROGRAM, ...words])).toEqual(foreign)
  })
})
