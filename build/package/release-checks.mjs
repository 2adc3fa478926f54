// Owns what may be published: files of one version, the tag's, none of them built on the test runtime. Pure.
import { TEST_MARK } from './versions.mjs'

/** What each release consists of, once all systems have built: the endings of names. Linux' kinds each have words of their own. */
const NEEDED = [
  ...['x64', 'arm64'].flatMap((arch) => [
    `-win-${arch}.zip`,
    `-${arch}.exe`,
    `-mac-${arch}.dmg`,
    `-mac-${arch}.zip`,
    `-linux-${arch}.tar.gz`,
  ]),
  ...['-linux-x86_64.AppImage', '-linux-arm64.AppImage'],
  ...['_amd64.deb', '_arm64.deb', '-x86_64.rpm', '-aarch64.rpm'],
  // The server alone, for every system.
  '.tgz',
]

/** Where each Parley looks for a newer one; without its own a system's people are told that there is none. */
const LISTS = ['latest.yml', 'latest-mac.yml', 'latest-linux.yml', 'latest-linux-arm64.yml']

/** Files that carry the version in their name. */
const PACKAGE = /\.(exe|zip|dmg|AppImage|deb|rpm|tar\.gz|tgz)$/

/**
 * @param {readonly string[]} names
 * @param {string} tag
 * @returns {readonly string[]} why they can't be published
 */
export function wrongInRelease(names, tag) {
  const version = /^v(\d+\.\d+\.\d+(?:-(?:alpha|beta|rc)\.\d+)?)$/.exec(tag)?.[1]
  if (version === undefined) return [`${tag} is no tag of a release, such as v1.2.3`]
  const packages = names.filter((name) => PACKAGE.test(name))
  const lacking = [
    ...NEEDED.filter((ending) => !packages.some((name) => name.endsWith(ending))),
    ...LISTS.filter((list) => !names.includes(list)),
  ]
  return [
    ...names
      .filter((name) => name.includes(TEST_MARK))
      .map((name) => `${name} was built on the test runtime, which is for nobody`),
    ...packages
      .filter((name) => !name.includes(TEST_MARK) && !name.includes(version))
      .map((name) => `${name} is of another version than ${tag}`),
    ...lacking.map((ending) => `there is no …${ending}`),
  ]
}
