// Packs what is named into a folder of the tests' own: `node e2e/install/pack-for-tests.mjs linux FOLDER deb AppImage`,
// of the version in PACK_VERSION where there is one.
import { rmSync } from 'node:fs'
import { electronFor } from '../../build/package/electron-source.mjs'
import { pack } from '../../build/package/pack.mjs'
import { TARGETS } from '../../build/package/targets.mjs'
import { messageOf, say } from '../../build/setup/say.mjs'

const [word, folder = '', ...names] = process.argv.slice(2)
const system = word === 'win' || word === 'mac' ? word : 'linux'
rmSync(folder, { recursive: true, force: true })
try {
  const electron = await electronFor(system, { release: false })
  const targets = TARGETS[system].filter(({ name }) => names.includes(name))
  // What the test runtime comes for.
  const arch = system === 'mac' ? 'arm64' : 'x64'
  const version = process.env['PACK_VERSION']
  await pack({ system, targets, arches: [arch], electron, folder, ...(version ? { version } : {}) })
} catch (error) {
  say(messageOf(error))
  // As in build/dist.mjs.
  process.exit(1)
}
