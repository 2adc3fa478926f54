// Owns logging in the renderer: one info line per change of state, error only when the user is affected.
// Never tokens, SDP, addresses, names or text.

export interface Log {
  info(what: string, facts?: Readonly<Record<string, string | number | boolean>>): void
  error(what: string, facts?: Readonly<Record<string, string | number | boolean>>): void
}

function line(
  name: string,
  what: string,
  facts?: Readonly<Record<string, string | number | boolean>>,
): string {
  const pairs = Object.entries(facts ?? {}).map(([key, value]) => `${key}=${String(value)}`)
  return [`[${name}]`, what, ...pairs].join(' ')
}

/** Main reads the page's console into its log file, so the console is the renderer's only sink. */
export function consoleLog(name: string): Log {
  return {
    info: (what, facts) => console.info(line(name, what, facts)),
    error: (what, facts) => console.error(line(name, what, facts)),
  }
}

export const silentLog: Log = { info: () => undefined, error: () => undefined }
