// Owns the one-line messages of our scripts: plain words on standard error, so that output stays machine readable.

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** @param {unknown} error @returns {string} */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error)
}
