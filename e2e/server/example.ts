// Owns reading an example that operators copy, with what a test has in place of it: another name, port or path.
import { readFileSync } from 'node:fs'
import { inRoot } from '../../build/setup/paths.mjs'

/** Throws where what is replaced isn't there: then the example is another one than the test knows. */
export function exampleWith(name: string, changes: Readonly<Record<string, string>>): string {
  let text = readFileSync(inRoot('build', 'server', 'examples', name), 'utf8')
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`There is no “${from}” in ${name}.`)
    text = text.replaceAll(from, to)
  }
  return text
}
