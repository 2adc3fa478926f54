// Owns which answers and events cross from main to the page as JSON text, and both ends of that crossing. They are the long
// documents: the bridge into the page copies an object value by value, and for 5 000 calls that takes longer, on the page's own
// thread, than writing and reading them as text. Nothing is checked here; main made the text of what it holds.
import type { CommandName, EventName } from './contract'

const AS_TEXT: ReadonlySet<CommandName | EventName> = new Set<CommandName | EventName>([
  ...(['contacts.read', 'contacts.changed'] as const),
  ...(['history.read', 'history.changed'] as const),
])

/** In main, of an answer's or an event's value. */
export function toWire(name: CommandName | EventName, value: unknown): unknown {
  return AS_TEXT.has(name) ? JSON.stringify(value) : value
}

/** In the page. */
export function fromWire(name: CommandName | EventName, carried: unknown): unknown {
  return AS_TEXT.has(name) && typeof carried === 'string' ? JSON.parse(carried) : carried
}
