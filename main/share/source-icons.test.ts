import { expect, it } from 'vitest'
import { createSourceIcons } from './source-icons'

const seen = (id: string, icon: string | null) =>
  ({ id, name: id, icon, picture: { is: 'not-taken' } }) as const

it('knows the icons of the last look at windows, and no others', () => {
  const icons = createSourceIcons()
  expect(icons.of('window:1:0')).toBeNull()
  icons.saw(['window'], [seen('window:1:0', 'red'), seen('window:2:0', null)])
  icons.saw(['screen'], [seen('screen:1:0', null)])
  expect(['window:1:0', 'window:2:0', 'screen:1:0'].map(icons.of)).toEqual(['red', null, null])
  icons.saw(['screen', 'window'], [seen('window:2:0', 'blue')])
  expect(['window:1:0', 'window:2:0'].map(icons.of)).toEqual([null, 'blue'])
})
