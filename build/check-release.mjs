// node build/check-release.mjs TAG FOLDER: whether what lies there may be published, and if so its checksums. The release workflow
// asks before it publishes.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeChecksums } from './package/checksums.mjs'
import { wrongInRelease } from './package/release-checks.mjs'
import { TEST_MARK } from './package/versions.mjs'
import { inRoot } from './setup/paths.mjs'
import { say } from './setup/say.mjs'

const [tag, folder] = process.argv.slice(2)
if (tag === undefined || folder === undefined) {
  say('usage: node build/check-release.mjs TAG FOLDER')
  process.exit(2)
}
const names = readdirSync(folder)
/** @type {string} */
const own = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).version
const wrong = [
  ...(tag === `v${own}` ? [] : [`package.json says ${own}, the tag ${tag}`]),
  ...wrongInRelease(names, tag),
  // Where names were changed on the way.
  ...names
    .filter((name) => name.endsWith('.yml') && readFileSync(join(folder, name), 'utf8').includes(TEST_MARK))
    .map((name) => `${name} offers a package on the test runtime`),
]
if (wrong.length > 0) {
  say(`This can’t be published:\n${wrong.join('\n')}`)
  process.exit(1)
}
say(`${await writeChecksums(folder)} written.`)
