// Owns the shape of a log line in main: one info line per change of state, error only when the user is affected.
// Never tokens, SDP, addresses, names, identities or text. Where lines go is log-file.ts.

export type Facts = Readonly<Record<string, string | number | boolean>>

export interface Log {
  info(what: string, facts?: Facts): void
  error(what: string, facts?: Facts): void
  /** The same log under a narrower name. */
  named(name: string): Log
}

export type LineSink = { info(line: string): void; error(line: string): void }

export function createLog(sink: LineSink, name: string): Log {
  const line = (what: string, facts: Facts = {}): string =>
    [`[${name}]`, what, ...Object.entries(facts).map(([key, value]) => `${key}=${String(value)}`)].join(' ')
  return {
    info: (what, facts) => sink.info(line(what, facts)),
    error: (what, facts) => sink.error(line(what, facts)),
    named: (inner) => createLog(sink, inner),
  }
}

export const silentLog: Log = { info: () => undefined, error: () => undefined, named: () => silentLog }

/** What is said of an exception: its class and code, never its text, which may hold a path or an address. */
export function kindOfError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  return code ?? error.name
}
