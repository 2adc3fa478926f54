import { expect, it } from 'vitest'
import { wrongInRelease } from './release-checks.mjs'

const filesOf = (version: string) => [
  ...['x64', 'arm64'].flatMap((arch) => [
    `Parley-${version}-linux-${arch}.tar.gz`,
    `Parley-${version}-mac-${arch}.dmg`,
    `Parley-${version}-mac-${arch}.zip`,
    `Parley-${version}-win-${arch}.zip`,
    `Parley-Setup-${version}-${arch}.exe`,
  ]),
  `Parley-${version}-linux-x86_64.AppImage`,
  `Parley-${version}-linux-arm64.AppImage`,
  `parley-desktop_${version}_amd64.deb`,
  `parley-desktop_${version}_arm64.deb`,
  `parley-desktop-${version}-x86_64.rpm`,
  `parley-desktop-${version}-aarch64.rpm`,
  `parley-server-${version}.tgz`,
  ...['latest.yml', 'latest-mac.yml', 'latest-linux.yml', 'latest-linux-arm64.yml'],
]

it('lets a whole release pass', () => {
  expect(wrongInRelease([...filesOf('1.2.3'), 'SHA256SUMS'], 'v1.2.3')).toEqual([])
  expect(wrongInRelease(filesOf('2.0.0-beta.1'), 'v2.0.0-beta.1')).toEqual([])
})

it('refuses what was built on the test runtime', () => {
  const wrong = wrongInRelease(filesOf('1.2.3-testruntime'), 'v1.2.3')
  expect(wrong).toHaveLength(17)
  expect(wrong[0]).toContain('built on the test runtime')
  expect(wrongInRelease(filesOf('1.2.3-testruntime'), 'v1.2.3-testruntime')).toHaveLength(1)
})

it('refuses another version, a missing file, and what is no tag', () => {
  const [first = '', ...others] = filesOf('1.2.3')
  expect(wrongInRelease([first.replace('1.2.3', '1.2.2'), ...others], 'v1.2.3')).toEqual([
    'Parley-1.2.2-linux-x64.tar.gz is of another version than v1.2.3',
  ])
  expect(wrongInRelease(others, 'v1.2.3')).toEqual(['there is no …-linux-x64.tar.gz'])
  expect(wrongInRelease(filesOf('1.2.3'), 'latest')).toHaveLength(1)
  const without = filesOf('1.2.3').filter((name) => name !== 'latest-mac.yml')
  expect(wrongInRelease(without, 'v1.2.3')).toEqual(['there is no …latest-mac.yml'])
})
