// Owns the file of checksums beside what is built, in the form that `sha256sum --check` reads.
import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const NAME = 'SHA256SUMS'

/** Of all files in the folder, in the order of their names. @param {string} folder @returns {Promise<string>} its path */
export async function writeChecksums(folder) {
  const names = readdirSync(folder).filter((name) => name !== NAME && statSync(join(folder, name)).isFile())
  /** @type {string[]} */
  const lines = []
  for (const name of names.sort()) lines.push(`${await digestOf(join(folder, name))}  ${name}\n`)
  writeFileSync(join(folder, NAME), lines.join(''))
  return join(folder, NAME)
}

/** @param {string} file @returns {Promise<string>} */
async function digestOf(file) {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part)
  return hash.digest('hex')
}
