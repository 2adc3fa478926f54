// Owns the table of the server's options: what there is, what each takes, and the help that says so. A flag, a variable of the
// environment and a key of the configuration file have the same name (option-sources.ts); limits.ts has the limits.
import { MAX_JOIN_CODE_CHARS, SHORTEST_JOIN_CODE_CHARS } from '../shared/protocol/join-code'
import { LIMITS, LIMIT_NAMES, type LimitName, type LimitText } from './limits'

export const DEFAULT_HOST = '127.0.0.1'
/** PeerJS's own default, so that plain clients of an `--open` server find it, too. */
export const DEFAULT_PORT = 9000
export const DEFAULT_METRICS_HOST = '127.0.0.1'
/** A call that outlives them restarts with new ones; a relay goes on with what it has allocated. */
export const DEFAULT_TURN_S = 3_600
export const LOG_FORMATS = ['text', 'json'] as const

export interface OptionText {
  /** What stands for the value in the help; null for a switch. */
  readonly value: string | null
  readonly repeatable?: true
  readonly number?: true
  /** A running server takes a new value over on SIGHUP. */
  readonly live?: true
  /** Asks for something to be done instead of configuring: a flag only. */
  readonly flagOnly?: true
  /** Ends the sentence "--option takes …". */
  readonly takes: string
  readonly help: readonly string[]
}

const GENERAL = {
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
    number: true,
    takes: 'a number from 0 (any free port) to 65535',
    help: [`Default ${String(DEFAULT_PORT)}. 0 takes any free one.`],
  },
  'tls-cert': {
    value: 'FILE',
    live: true,
    takes: 'a readable PEM file, together with --tls-key',
    help: [
      'Serve https with this certificate (PEM, with its chain). Browsers give a page on plain http',
      'neither camera nor microphone, except on this very computer.',
    ],
  },
  'tls-key': {
    value: 'FILE',
    live: true,
    takes: 'a PEM file that others can’t read, together with --tls-cert',
    help: ['The private key that belongs to it (PEM).'],
  },
  'plain-http': {
    value: null,
    takes: 'no value',
    help: ['Serve plain http on a public address all the same. Who is on the way sees who calls whom.'],
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
  turn: {
    value: 'URL',
    repeatable: true,
    live: true,
    takes: 'a URL such as turn:relay.example:3478?transport=udp (at most 8 of them), with --turn-secret-file',
    help: [
      'A TURN relay that clients are told to use where no direct way leads to the other side. Repeatable;',
      'name it with ?transport=udp and ?transport=tcp. Its users see that relay instead of each other.',
    ],
  },
  'turn-secret-file': {
    value: 'FILE',
    live: true,
    takes: 'a file that others can’t read, with the secret that the relay has as static-auth-secret',
    help: ['The secret that this server and the relay share; clients get credentials made from it.'],
  },
  'turn-seconds': {
    value: 'NUMBER',
    number: true,
    live: true,
    takes: 'a number of seconds from 10 to 86400',
    help: [`How long a client’s credentials for it are good. Default ${String(DEFAULT_TURN_S)}.`],
  },
  'trust-proxy': {
    value: 'ADDRESS',
    repeatable: true,
    takes: 'an address or a range such as 10.0.0.0/8, or loopback, or uniquelocal (not everybody’s)',
    help: [
      'A proxy in front of this server, whose X-Forwarded-For says for whom a request counts. Repeatable;',
      'loopback: one on this machine. None by default: then all that come through one proxy share the',
      'limits of one address.',
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
  'invite-file': {
    value: 'FILE',
    live: true,
    takes:
      'a file with one identity per line (32 digits and letters a to f; # begins a remark), without --open',
    help: [
      'Only identities in this file may use the server: the letters and digits in somebody’s call link.',
      'Who calls them from another server needs to be in it, too. Default: everybody may.',
    ],
  },
  'join-code-file': {
    value: 'FILE',
    live: true,
    takes: `a file that others can’t read, with one line of ${String(SHORTEST_JOIN_CODE_CHARS)} to ${String(MAX_JOIN_CODE_CHARS)} characters, without --open and --invite-file`,
    help: [
      'Only who has the code in this file may use the server. It is given to people by mouth or by letter',
      'and never sent as it is; who calls them from another server needs it, too. Default: everybody may.',
    ],
  },
  'no-page': {
    value: null,
    takes: 'no value',
    help: ['Don’t serve the page for guests in a browser; then there are no links for browsers either.'],
  },
  'metrics-port': {
    value: 'PORT',
    number: true,
    takes: 'a number from 0 (any free port) to 65535',
    help: ['Serve /metrics for Prometheus on this port, and nowhere else. Without it there are none.'],
  },
  'metrics-host': {
    value: 'ADDRESS',
    takes: 'one address or host name of this machine that isn’t public',
    help: [`Where to. Default ${DEFAULT_METRICS_HOST}: this computer only.`],
  },
  log: {
    value: 'FORMAT',
    takes: 'text or json',
    help: ['Lines to be read (default), or one JSON object per line. Neither has ids, addresses or tickets.'],
  },
} as const satisfies Readonly<Record<string, OptionText>>

const ASKING = {
  config: {
    value: 'FILE',
    takes: 'a readable JSON file',
    help: [
      'Read options from this file, too: a JSON object with the names below as keys. PARLEY_CONFIG names',
      'it as well. A flag wins over the environment, and that over the file.',
    ],
  },
  check: {
    value: null,
    flagOnly: true,
    takes: 'no value',
    help: ['Check all options and the files that they name, and end.'],
  },
  'print-config': {
    value: null,
    flagOnly: true,
    takes: 'no value',
    help: ['Print all options as a configuration file, and end. What secret files say isn’t in it.'],
  },
  version: { value: null, flagOnly: true, takes: 'no value', help: ['Print the version.'] },
  help: { value: null, flagOnly: true, takes: 'no value', help: ['Show this.'] },
} as const satisfies Readonly<Record<string, OptionText>>

export type OptionName = keyof typeof GENERAL | LimitName
export type AskingName = keyof typeof ASKING

export const isOption = (name: string): name is OptionName =>
  Object.hasOwn(GENERAL, name) || Object.hasOwn(LIMITS, name)
export const isAsking = (name: string): name is AskingName => Object.hasOwn(ASKING, name)
const isLimit = (name: OptionName): name is LimitName => Object.hasOwn(LIMITS, name)

export const OPTION_NAMES: readonly OptionName[] = [
  ...Object.keys(GENERAL).filter((name): name is keyof typeof GENERAL => Object.hasOwn(GENERAL, name)),
  ...LIMIT_NAMES,
]

export function textOf(name: OptionName | AskingName): OptionText {
  if (isAsking(name)) return ASKING[name]
  return isLimit(name) ? textOfLimit(name) : GENERAL[name]
}

export const ASKING_NAMES: readonly AskingName[] = Object.keys(ASKING).filter(isAsking)

function textOfLimit(name: LimitName): OptionText {
  const text: LimitText = LIMITS[name]
  const { initial, least, most, of, help } = text
  return {
    ...(text.fixed ? {} : { live: true }),
    value: 'NUMBER',
    number: true,
    takes: `a number of ${of} from ${String(least)} to ${String(most)}`,
    help: [...help, `Default ${String(initial)}.`],
  }
}

export function helpText(): string {
  const section = (title: string, names: readonly (OptionName | AskingName)[]): string =>
    [title, '', ...names.map(entryOf)].join('\n')
  return [
    'Parley signalling server',
    '',
    'parley-server [flags], or in a clone of the sources npm run server -- [flags]',
    '',
    'Each option is also a variable of the environment (--tls-cert: PARLEY_TLS_CERT; several values: with',
    'spaces between) and a key of the configuration file ("tls-cert": "…"; several values: a list).',
    '',
    section(
      'Options',
      OPTION_NAMES.filter((name) => !isLimit(name)),
    ),
    '',
    section('Limits', LIMIT_NAMES),
    '',
    section('And', ASKING_NAMES),
    '',
  ].join('\n')
}

function entryOf(name: OptionName | AskingName): string {
  const { value, help } = textOf(name)
  const head = `  --${name}${value === null ? '' : ` ${value}`}`
  return [head, ...help.map((line) => `      ${line}`)].join('\n')
}
