import { expect, it } from 'vitest'
import { groupOf, type Grouped } from './source-groups'

const ICON = 'data:image/png;base64,AAAA'
const window = (some: Partial<Grouped>): Grouped => ({
  id: 'window:1:0',
  kind: 'window',
  program: null,
  icon: null,
  ...some,
})
const other = (some: Partial<Grouped>): Grouped => window({ id: 'window:2:0', ...some })

it.each([
  ['the same program', window({ program: 'Writer' }), other({ program: 'Writer' }), true],
  ['the same program, spelt otherwise', window({ program: 'Writer' }), other({ program: 'writer' }), true],
  [
    'the same program with another icon',
    window({ program: 'Writer', icon: ICON }),
    other({ program: 'Writer', icon: `${ICON}BBBB` }),
    true,
  ],
  ['two programs', window({ program: 'Writer' }), other({ program: 'Album' }), false],
  [
    'two programs with one icon',
    window({ program: 'Writer', icon: ICON }),
    other({ program: 'Album', icon: ICON }),
    false,
  ],
  ['no program, the same icon', window({ icon: ICON }), other({ icon: ICON }), true],
  ['no program, two icons', window({ icon: ICON }), other({ icon: `${ICON}BBBB` }), false],
  ['nothing known of either', window({}), other({}), false],
  ['a program named as an icon’s key', window({ icon: ICON }), other({ program: `icon:${ICON}` }), false],
  [
    'two screens, whatever they have',
    window({ id: 'screen:0:0', kind: 'screen', icon: ICON, program: 'Writer' }),
    window({ id: 'screen:1:0', kind: 'screen', icon: ICON, program: 'Writer' }),
    false,
  ],
])('%s stand together: %#', (_name, one, two, together) => {
  expect(groupOf(one) === groupOf(two)).toBe(together)
})

it('a long name makes no long key', () => {
  expect(groupOf(window({ program: 'w'.repeat(200) })).length).toBeLessThan(100)
})
