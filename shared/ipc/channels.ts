// Owns the prefixes of the two kinds of IPC channel, apart from the contract so that preload stays free of its checks.

export const COMMAND_CHANNEL = 'parley.command'
export const EVENT_CHANNEL = 'parley.event'

export const channelOf = (prefix: string, name: string): string => `${prefix}:${name}`
