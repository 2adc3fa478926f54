// Owns switching features of Chromium off, beside those that the command line switches off already. Before `ready`.

/** Electron's app.commandLine, as far as it is used. */
export interface CommandLine {
  getSwitchValue(name: string): string
  appendSwitch(name: string, value: string): void
}

const SWITCH = 'disable-features'

export function disableFeatures(commandLine: CommandLine, features: readonly string[]): void {
  if (features.length === 0) return
  const before = commandLine.getSwitchValue(SWITCH).split(',').filter(Boolean)
  commandLine.appendSwitch(SWITCH, [...new Set([...before, ...features])].join(','))
}
