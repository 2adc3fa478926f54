import { expect, test } from 'vitest'
import manifest from '../../../package.json?raw'
import { licenceText, licensedPackages, packageOf } from './licences'

test('every package that is shipped has its licence shown', () => {
  const parsed: unknown = JSON.parse(manifest)
  const dependencies = Object.keys((parsed as { readonly dependencies: object }).dependencies)
  const shown = licensedPackages()
  expect(shown).toContain('Parley')
  expect(dependencies.filter((name) => !shown.includes(name))).toEqual([])
})

test('the texts are whole', () => {
  const text = licenceText()
  for (const words of ['The Parley developers', 'SIL OPEN FONT LICENSE', 'Permission is hereby granted']) {
    expect(text).toContain(words)
  }
})

test.each([
  ['../../../node_modules/react/LICENSE', 'react'],
  ['../../../node_modules/@base-ui/react/LICENSE.md', '@base-ui/react'],
  ['../../../LICENSE', 'Parley'],
  ['../../public/licences/Inter-OFL.txt', 'Inter-OFL'],
])('%s is of %s', (path, name) => {
  expect(packageOf(path)).toBe(name)
})
