import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { wrongInPacked } from './check-packed.mjs'

const SHIPPED = { version: '1.2.3', isTest: false }
/** As @electron/fuses finds them in a program: a mark, the wire's version and length, then "0" or "1" for each. */
const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const programWith = (fuses: string) =>
  Buffer.concat([Buffer.from(MARK), Buffer.from([1, fuses.length]), Buffer.from(fuses)])
const AS_SHIPPED = '00001100'

let folder: string
const write = (path: string, text: string | Buffer = '') => writeFileSync(join(folder, path), text)

async function packArchive(manifest: object, others: Readonly<Record<string, string>> = {}): Promise<void> {
  const sources = join(folder, '..', 'sources')
  rmSync(sources, { recursive: true, force: true })
  const files = {
    'package.json': JSON.stringify(manifest),
    ...Object.fromEntries(
      ['main/index', 'main/embedded-server', 'preload/index'].map((name) => [`out/${name}.cjs`, '']),
    ),
    ...others,
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(sources, path, '..'), { recursive: true })
    writeFileSync(join(sources, path), text)
  }
  await createPackage(sources, join(folder, 'resources', 'app.asar'))
}
const MANIFEST = { version: '1.2.3', productName: 'Parley', main: 'out/main/index.cjs' }

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'parley-packed-')), 'linux-unpacked')
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name), { recursive: true })
  for (const name of ['LICENSE.parley.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html']) write(name)
  write('locales/en-US.pak')
  write('parley-desktop', programWith(AS_SHIPPED))
  await packArchive(MANIFEST)
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

it('lets a program pass that is as it should be', async () => {
  expect(await wrongInPacked('linux', folder, SHIPPED)).toEqual([])
})

it.each<[string, string, () => void | Promise<void>]>([
  ['a language that Parley hasn’t', "de.pak is a language that Parley hasn't", () => write('locales/de.pak')],
  ['no language', 'there is no language', () => rmSync(join(folder, 'locales/en-US.pak'))],
  ...['LICENSE.parley.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html'].map(
    (name): [string, string, () => void] => [
      `no ${name}`,
      `${name} is missing`,
      () => rmSync(join(folder, name)),
    ],
  ),
  [
    'Electron’s own app',
    'resources/default_app.asar is another app',
    () => write('resources/default_app.asar'),
  ],
  [
    'an app beside the archive',
    'resources/app is another app',
    () => mkdirSync(join(folder, 'resources/app')),
  ],
  [
    'a fuse that lets Node.js run',
    'fuse runAsNode is 49, not off',
    () => write('parley-desktop', programWith('10001100')),
  ],
  [
    'a fuse that lets another folder be the app',
    'fuse onlyLoadAppFromAsar is 48, not on',
    () => write('parley-desktop', programWith('00001000')),
  ],
  [
    'a source file',
    'main/main.ts has no place in the archive',
    () => packArchive(MANIFEST, { 'main/main.ts': '' }),
  ],
  [
    'a test',
    'out/main/index.test.cjs has no place in the archive',
    () => packArchive(MANIFEST, { 'out/main/index.test.cjs': '' }),
  ],
  [
    'a package of development',
    'node_modules/vitest/index.js has no place in the archive',
    () => packArchive(MANIFEST, { 'node_modules/vitest/index.js': '' }),
  ],
  [
    'another version',
    'package.json: version is 1.2.2, not 1.2.3',
    () => packArchive({ ...MANIFEST, version: '1.2.2' }),
  ],
  [
    'more than the budget',
    'the archive has 6000097 bytes, more than 5800000',
    () =>
      packArchive(MANIFEST, {
        'out/renderer/assets/video.js': 'x'.repeat(6_000_000 + 97 - JSON.stringify(MANIFEST).length),
      }),
  ],
])('finds %s', async (_what, wrong, spoil) => {
  await spoil()
  expect(await wrongInPacked('linux', folder, SHIPPED)).toEqual([wrong])
})
