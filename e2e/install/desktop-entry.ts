// Owns reading a desktop entry as a desktop does: what its Exec line starts, and with which link.
import { readFileSync } from 'node:fs'

/** Where deb and rpm put it. */
export const ENTRY = '/usr/share/applications/org.parley.Parley.desktop'

export function valueOf(entry: string, key: string): string {
  const line = readFileSync(entry, 'utf8')
    .split('\n')
    .find((text) => text.startsWith(`${key}=`))
  if (line === undefined) throw new Error(`${entry} has no ${key}.`)
  return line.slice(key.length + 1)
}

/** https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html: a link is one word, whatever is in it. */
export function execOf(entry: string, links: readonly string[] = []): string[] {
  const words = valueOf(entry, 'Exec').split(' ')
  return words.flatMap((word) => (word === '%U' ? [...links] : [word]))
}

/** What starts it where its files lie. */
export function commandOf({ inRoot }: { readonly inRoot: (path: string) => string }): readonly string[] {
  const [program = '', ...args] = execOf(inRoot(ENTRY))
  return [inRoot(program), ...args]
}
