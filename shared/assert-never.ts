// Owns one thing: a forgotten case in a switch is a compile error, and at run time a bug with a name.

export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
