// Owns the flags of the server that runs alone: what there is, what each takes, and the help that says so.
import { parseArgs } from 'node:util'

export const DEFAULT_HOST = '127.0.0.1'
/** PeerJS's own default, so that plain clients of an `--open` server find it, too. */
export const DEFAULT_PORT = 9000

export type FlagName = 'host' | 'port' | 'tls-cert' | 'tls-key' | 'origin' | 'stun' | 'open' | 'help'

interface FlagText {
  readonly value: string | null
  readonly repeatable?: true
  /** Ends the sentence "--flag takes …". */
  readonly takes: string
  readonly help: readonly string[]
}

export const FLAGS: Readonly<Record<FlagName, FlagText>> = {
  host: {
    value: 'ADDRESS',
    takes: 'one address or host name of this machine',
    help: [
      `Where to listen. Default ${DEFAULT_HOST}: this computer only.`,
      'To serve others: 0.0.0.0 (every IPv4 address), :: (IPv6 as well), or one address.',
    ],
  },
  port: {
    value: 'PORT',
    takes: 'a number from 0 (any free port) to 65535',
    help: [`Default ${String(DEFAULT_PORT)}. 0 takes any free one.`],
  },
  'tls-cert': {
    value: 'FILE',
    takes: 'a readable PEM file, together with --tls-key',
    help: [
      'Serve https with this certificate (PEM, with its chain). Browsers give a page on plain http',
      'neither camera nor microphone, except on this very computer.',
    ],
  },
  'tls-key': {
    value: 'FILE',
    takes: 'a readable PEM file, together with --tls-cert',
    help: ['The private key that belongs to it (PEM).'],
  },
  origin: {
    value: 'URL',
    repeatable: true,
    takes: 'a base URL such as https://calls.example/ (at most 32 of them)',
    help: [
      'A base URL that clients reach this server by, such as https://calls.example/. Repeatable.',
      'Needed behind a proxy or under a host name. Default: localhost and each address it listens on.',
    ],
  },
  stun: {
    value: 'URL',
    repeatable: true,
    takes: 'a URL such as stun:stun.example:3478 (at most 8 of them)',
    help: [
      'A STUN server that clients are told to use, such as stun:stun.example:3478. Repeatable; none by',
      'default. Calls between two homes need one: without it only devices in one network, or with',
      'public addresses, find a way to each other.',
    ],
  },
  open: {
    value: null,
    takes: 'no value',
    help: [
      'Let plain PeerJS clients in as well, under any id that looks unlike a Parley identity; those always',
      'need the proof of their key.',
    ],
  },
  help: { value: null, takes: 'no value', help: ['Show this.'] },
}

export const isFlag = (name: string): name is FlagName => Object.hasOwn(FLAGS, name)

export type Given = { readonly values: Readonly<Record<string, unknown>>; readonly problem?: string }

/** What was given, unchecked but for the flags themselves. */
export function readFlags(argv: readonly string[]): Given {
  const options = Object.fromEntries(
    Object.entries(FLAGS).map(([name, flag]) => [
      name,
      {
        type: flag.value === null ? ('boolean' as const) : ('string' as const),
        multiple: flag.repeatable === true,
      },
    ]),
  )
  // Not strict: its errors don't say what a flag takes.
  const { values, tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind === 'positional')
      return { values, problem: `${token.value}: there are only flags; see --help` }
    if (token.kind !== 'option') continue
    if (!isFlag(token.name)) return { values, problem: `${token.rawName}: there is no such flag; see --help` }
    const takesValue = FLAGS[token.name].value !== null
    if (takesValue === (token.value === undefined))
      return { values, problem: `${token.rawName} takes ${FLAGS[token.name].takes}` }
  }
  return { values }
}

export function helpText(): string {
  const flags = Object.entries(FLAGS).map(([name, flag]) => {
    const head = `  --${name}${flag.value === null ? '' : ` ${flag.value}`}`
    return [head, ...flag.help.map((line) => `      ${line}`)].join('\n')
  })
  return ['Parley signalling server', '', 'npm run server -- [flags]', '', ...flags, ''].join('\n')
}
