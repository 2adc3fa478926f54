// Owns how the server says what happens to it. Never given: tickets, SDP, client addresses, names or messages.

export interface Log {
  readonly info: (text: string) => void
  readonly warn: (text: string) => void
  readonly error: (text: string) => void
}

/** One line per event on standard output, warnings and errors on standard error. */
export function consoleLog(stdout: NodeJS.WritableStream, stderr: NodeJS.WritableStream): Log {
  return {
    info: (text) => void stdout.write(`${text}\n`),
    warn: (text) => void stderr.write(`warning: ${text}\n`),
    error: (text) => void stderr.write(`error: ${text}\n`),
  }
}

export const SILENT_LOG: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** What was thrown, as one line for the log. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
