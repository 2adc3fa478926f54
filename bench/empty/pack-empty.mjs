// Packs the empty window as Parley is packed, from the same Electron: `node bench/empty/pack-empty.mjs FOLDER`.
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Platform, build } from 'electron-builder'
import { builderConfig } from '../../build/package/builder-config.mjs'
import { electronFor } from '../../build/package/electron-source.mjs'
import { bundleTestMain } from '../../build/package/stand-ins/test-main.mjs'
import { standIns } from '../../build/package/stand-ins/use-stand-ins.mjs'
import { inCache, inRoot } from '../../build/setup/paths.mjs'
import { messageOf, say } from '../../build/setup/say.mjs'

const [folder = ''] = process.argv.slice(2)
const MAIN = 'out/main'

try {
  const electron = await electronFor('linux', { release: false })
  const testMain = electron.isTest ? await bundleTestMain() : null
  if (electron.isTest) Object.assign(process.env, await standIns(['dir']))
  const output = inCache('dist', 'empty')
  rmSync(output, { recursive: true, force: true })
  const packing = { system: /** @type {const} */ ('linux'), group: 'portable', electron, output, testMain }
  const config = builderConfig({ ...packing, version: '1.0.0', env: process.env })
  await build({
    targets: Platform.LINUX.createTarget(['dir']),
    config: {
      ...config,
      productName: 'Empty',
      files: [
        '!**/*',
        'package.json',
        { from: 'bench/empty', to: MAIN, filter: ['index.cjs', 'index.html'] },
        ...(testMain === null ? [] : [{ from: testMain, to: 'test-runtime' }]),
      ],
      // What the bridge loads next is called so.
      extraMetadata: { name: 'empty', productName: 'Empty', ...config.extraMetadata },
    },
    projectDir: inRoot(),
    publish: 'never',
  })
  rmSync(folder, { recursive: true, force: true })
  renameSync(join(output, 'linux-unpacked'), folder)
} catch (error) {
  say(messageOf(error))
  // As in build/dist.mjs.
  process.exit(1)
}
