// Owns LICENCES.txt beside the bundled server: the licence of each package that is in it, as its authors wrote it.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export const LICENCES_FILE = 'LICENCES.txt'
const RULE = `\n${'—'.repeat(20)}\n\n`

/** A plug-in of the bundler, which knows what it took in. @param {string} root @returns {import('vite').Plugin} */
export function bundledLicences(root) {
  return {
    name: 'parley-licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
      const source = licencesOf([...new Set(modules.flatMap((id) => packageFolder(id) ?? []))].sort(), root)
      this.emitFile({ type: 'asset', fileName: LICENCES_FILE, source })
    },
  }
}

/** @param {string} id of a module @returns {string | null} the package's folder, from the last node_modules on its way */
export function packageFolder(id) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id.replace(/^\0/, ''))?.[0] ?? null
}

/** @param {readonly string[]} folders of packages @param {string} root */
function licencesOf(folders, root) {
  const own = `Parley\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}\n`
  return [own, ...folders.map(licenceOf)].join(RULE)
}

/** Throws where there is none: it may not be shipped so. @param {string} folder */
function licenceOf(folder) {
  /** @type {{name: string, version: string}} */
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const text = textOf(folder)
  if (text === null) throw new Error(`${name} has no licence to be shipped with it`)
  return `${name} ${version}\n\n${text.trim()}\n`
}

/** A file of its own, or a section of the README. @param {string} folder */
function textOf(folder) {
  const names = readdirSync(folder)
  const file = names.find((name) => /^licen[cs]e(\.\w+)?$/i.test(name))
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8')
  const readme = names.find((name) => /^readme\.md$/i.test(name))
  if (readme === undefined) return null
  return /^#+ *licen[cs]e *\r?\n([^]*)/im.exec(readFileSync(join(folder, readme), 'utf8'))?.[1] ?? null
}
