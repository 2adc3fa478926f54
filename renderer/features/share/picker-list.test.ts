import { expect, test } from 'vitest'
import { matches, sectionsOf, type Section } from './picker-list'
import { source } from './testing/sources'

const wanted = { kind: 'window', search: '', lately: [], laidOut: new Set<string>(), held: [] } as const
const shown = (sections: readonly Section[]) =>
  sections.map(({ name, cells }) => [
    name,
    cells.map((cell) =>
      cell.is === 'stack' ? `${cell.program} ×${cell.sources.length}` : cell.source.title,
    ),
  ])

const firefox = ['Mail', 'News', 'Trains'].map((title) => source(title, { program: 'Firefox' }))
const notes = source('Notes', { program: 'Editor' })
const todo = source('To do', { program: 'Editor' })
const sheet = source('Budget 2027.ods', { program: 'Calc' })
const screen = source('Screen 1', { kind: 'screen' })

test('three windows of one program are one place, two stand side by side', () => {
  const [mail, ...others] = firefox
  if (!mail) throw new Error('no window')
  const sections = sectionsOf([notes, mail, todo, screen, ...others], wanted)
  expect(shown(sections)).toEqual([['open', ['Notes', 'To do', 'Firefox ×3']]])
})

test('a program that was opened shows its windows in its place', () => {
  const sections = sectionsOf([...firefox, notes], { ...wanted, laidOut: new Set(['Firefox']) })
  expect(shown(sections)).toEqual([['open', ['Mail', 'News', 'Trains', 'Notes']]])
})

test('a search lays out every window that it finds', () => {
  expect(shown(sectionsOf([...firefox, notes], { ...wanted, search: 'firefox' }))).toEqual([
    ['open', ['Mail', 'News', 'Trains']],
  ])
})

test('what was shared lately comes first, the newest in front, and once', () => {
  const lately = ['Notes', 'Editor', 'Budget 2027.ods', 'Calc']
  expect(shown(sectionsOf([sheet, todo, notes], { ...wanted, lately }))).toEqual([
    ['lately', ['Notes', 'Budget 2027.ods']],
    ['open', ['To do']],
  ])
})

test('a program that was shared is known again under another title, if it has one window', () => {
  const renamed = source('Budget 2028.ods', { program: 'Calc' })
  const lately = ['Budget 2027.ods', 'Calc', 'Editor']
  expect(shown(sectionsOf([renamed, notes, todo], { ...wanted, lately }))).toEqual([
    ['lately', ['Budget 2028.ods']],
    ['open', ['Notes', 'To do']],
  ])
})

test('what somebody points at keeps its place, whatever opens, comes to the front or closes', () => {
  const held = [notes, sheet, todo].map(({ id }) => id)
  const later = source('Later', { program: 'Editor' })
  // Three windows of a program are no one place any more: two of them were pointed at.
  expect(shown(sectionsOf([later, todo, sheet, notes], { ...wanted, held }))).toEqual([
    ['open', ['Notes', 'Budget 2027.ods', 'To do', 'Later']],
  ])
  expect(shown(sectionsOf([todo, notes], { ...wanted, held }))).toEqual([['open', ['Notes', 'To do']]])
  const stack = ['stack Firefox', notes.id]
  expect(shown(sectionsOf([sheet, notes, ...firefox], { ...wanted, held: stack }))).toEqual([
    ['open', ['Firefox ×3', 'Notes', 'Budget 2027.ods']],
  ])
})

test('windows that name no program are never one place', () => {
  const nameless = ['A', 'B', 'C'].map((title) => source(title, { group: '' }))
  expect(shown(sectionsOf(nameless, wanted))).toEqual([['open', ['A', 'B', 'C']]])
})

test('screens are apart, and nothing at all has no section', () => {
  expect(shown(sectionsOf([notes, screen], { ...wanted, kind: 'screen' }))).toEqual([
    ['screens', ['Screen 1']],
  ])
  expect(sectionsOf([notes], { ...wanted, search: 'invoice' })).toEqual([])
})

test.each([
  ['', true],
  ['budget', true],
  ['CALC 2027', true],
  ['  büdget  ', true],
  ['budget 2028', false],
])('“%s” finds it: %s', (search, is) => {
  expect(matches(sheet, search)).toBe(is)
})
