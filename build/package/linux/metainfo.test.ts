import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inRoot } from '../../setup/paths.mjs'

it('software centres are told of this version, and which desktop entry starts it', () => {
  const metainfo = readFileSync(inRoot('build/package/linux/org.parley.Parley.metainfo.xml'), 'utf8')
  const { version, desktopName } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as Record<
    'version' | 'desktopName',
    string
  >
  expect(metainfo).toContain(`<release version="${version}" `)
  expect(metainfo).toContain(`<launchable type="desktop-id">${desktopName}</launchable>`)
})
