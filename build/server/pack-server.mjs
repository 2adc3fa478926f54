// Owns packing the server for machines without these sources: a folder, and of that one file for `npm install`.
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { inCache, inRoot } from '../setup/paths.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { LICENCES_FILE } from './bundled-licences.mjs'
import { wrongInBundle } from './bundle-layout.mjs'
import { bundleManifest } from './bundle-manifest.mjs'
import { filesOfPage } from './page-files.mjs'

const OURS = inRoot('build', 'server')
const BUILT_PAGE = inRoot('out', 'renderer')

/**
 * Of what is built. Throws where anything has no place in it.
 * @param {string} folder where the file comes
 * @returns {Promise<string>} its path
 */
export async function packServer(folder) {
  const stage = inCache('server-bundle')
  rmSync(stage, { recursive: true, force: true })
  mkdirSync(stage, { recursive: true })
  mkdirSync(folder, { recursive: true })
  fill(stage)
  // No script of it is run: it has none.
  const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  const { code, stdout, stderr } = await runCommand('npm', words, { cwd: stage })
  if (code !== 0) throw new Error(`npm pack failed.\n${stderr}`)
  /** @type {[{filename: string, files: {path: string, size: number}[]}]} */
  const [{ filename, files }] = JSON.parse(stdout)
  const file = join(folder, filename)
  const wrong = wrongInBundle(files)
  if (wrong.length === 0) return file
  rmSync(file)
  throw new Error(`What was packed is not as it should be:\n${wrong.join('\n')}`)
}

/** @param {string} stage */
function fill(stage) {
  const manifest = bundleManifest(readJson(inRoot('package.json')))
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  copyFileSync(inRoot('LICENSE'), join(stage, 'LICENSE'))
  copyFileSync(inRoot('out', 'server', LICENCES_FILE), join(stage, LICENCES_FILE))
  for (const name of ['README.md', 'Dockerfile']) copyFileSync(join(OURS, name), join(stage, name))
  cpSync(join(OURS, 'examples'), join(stage, 'examples'), { recursive: true })
  writeFileSync(join(stage, 'GUIDE.md'), packedGuide(readFileSync(inRoot('docs', 'self-host.md'), 'utf8')))
  copyInto(join(stage, 'server'), inRoot('out', 'server'), ['server.cjs'])
  copyInto(join(stage, 'renderer'), BUILT_PAGE, pageFiles())
}

/** Links to what lies elsewhere in the sources. @param {string} text */
export const packedGuide = (text) => text.replaceAll('(../build/server/', '(')

function pageFiles() {
  const entries = readdirSync(BUILT_PAGE, { recursive: true, encoding: 'utf8' })
  return filesOfPage(
    readJson(join(BUILT_PAGE, 'chunks.json')),
    entries.map((path) => path.split(sep).join('/')),
  )
}

/** @param {string} to @param {string} from @param {readonly string[]} paths */
function copyInto(to, from, paths) {
  for (const path of paths) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    copyFileSync(join(from, path), join(to, path))
  }
}

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))
