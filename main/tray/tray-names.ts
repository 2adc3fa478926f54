// Owns how people and devices are named in the tray: clean, short, and never the same for two people of one list. Pure.
import { cleanText } from '../../shared/clean-text'
import { trayWords as words } from '../../shared/text/desktop-tray-en'

export type TrayPerson = { readonly id: string; readonly name: string }

export const MAX_TRAY_NAME_CHARS = 40
/** Chromium's labels end in what tells two of a kind apart. */
const MAX_LABEL_CHARS = 60
const ID_CHARS = 4

export const shortName = (name: string): string => shortened(name, MAX_TRAY_NAME_CHARS) || words.somebody

export const shortLabel = (label: string): string => shortened(label, MAX_LABEL_CHARS)

function shortened(text: string, maxChars: number): string {
  // Cleaning is the costly part, and nobody's text needs to be longer for it.
  const clean = cleanText(text.slice(0, 4 * maxChars), 4 * maxChars)
  return clean.length <= maxChars ? clean : `${cleanText(clean, maxChars - 1)}…`
}

/** In their order, each once. */
export function namedPeople(people: readonly TrayPerson[]): readonly TrayPerson[] {
  const once = [...new Map(people.map((person) => [person.id, person])).values()]
  const named = once.map(({ id, name }) => ({ id, name: shortName(name) }))
  const taken = new Map<string, number>()
  for (const { name } of named) taken.set(name, (taken.get(name) ?? 0) + 1)
  return named.map(({ id, name }) => ({
    id,
    name: (taken.get(name) ?? 0) > 1 ? words.namesake(name, id.slice(0, ID_CHARS)) : name,
  }))
}
