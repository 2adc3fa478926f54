// Owns the flags of the server that runs alone: what there is, what each takes, and the help that says so.
// The embedded server has none: main sends it what it needs (embedded-messages.ts).
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { normaliseBaseUrl } from '../shared/link/base-url'
import { stunUrlSchema } from '../shared/model/settings'
import { DEFAULT_MAX_CLIENTS, type ServerConfig } from './create-server'
import { reasonOf } from './log'

export const DEFAULT_HOST = '127.0.0.1'
/** PeerJS's own default, so that plain clients of an `--open` server find it, too. */
export const DEFAULT_PORT = 9000

export type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'run'; readonly config: ServerConfig }
  /** `problem` names the flag and what it takes. */
  | { readonly kind: 'refused'; readonly problem: string }

export interface CommandLineDeps {
  readonly readFile: (path: string) => string
  /** The built renderer. */
  readonly pageFolder: string
}

const baseUrlSchema = z.string().transform((text, check) => {
  const base = normaliseBaseUrl(text)
  if (base.ok) return base.value
  check.addIssue({ code: 'custom' })
  return z.NEVER
})

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().max(65535))

const flagsSchema = z.strictObject({
  host: z
    .string()
    .regex(/^[A-Za-z0-9.:_[\]][A-Za-z0-9.:_[\]-]{0,254}$/)
    .default(DEFAULT_HOST),
  port: portSchema.default(DEFAULT_PORT),
  'tls-cert': z.string().min(1).optional(),
  'tls-key': z.string().min(1).optional(),
  origin: z.array(baseUrlSchema).max(32).default([]),
  stun: z.array(stunUrlSchema).max(8).default([]),
  open: z.boolean().default(false),
  help: z.boolean().default(false),
})
type Flags = z.infer<typeof flagsSchema>
type FlagName = keyof Flags

interface FlagText {
  readonly value: string | null
  readonly repeatable?: true
  /** Ends the sentence "--flag takes …". */
  readonly takes: string
  readonly help: readonly string[]
}

const FLAGS: Readonly<Record<FlagName, FlagText>> = {
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

const isFlag = (name: string): name is FlagName => Object.hasOwn(FLAGS, name)

export function readCommandLine(argv: readonly string[], deps: CommandLineDeps): CommandLine {
  const given = readFlags(argv)
  if (given.problem !== undefined) return { kind: 'refused', problem: given.problem }
  const flags = flagsSchema.safeParse(given.values)
  if (!flags.success) return { kind: 'refused', problem: problemOf(flags.error, given.values) }
  if (flags.data.help) return { kind: 'help' }
  return configOf(flags.data, deps)
}

type Given = { readonly values: Readonly<Record<string, unknown>>; readonly problem?: string }

function readFlags(argv: readonly string[]): Given {
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

function problemOf(error: z.ZodError, values: Readonly<Record<string, unknown>>): string {
  const [name, index] = error.issues[0]?.path ?? []
  if (typeof name !== 'string' || !isFlag(name)) return 'the flags were not understood; see --help'
  const value = values[name]
  const wrong: unknown = Array.isArray(value) && typeof index === 'number' ? value[index] : value
  const shown = typeof wrong === 'string' ? `, not "${wrong}"` : ''
  return `--${name} takes ${FLAGS[name].takes}${shown}`
}

function configOf(flags: Flags, deps: CommandLineDeps): CommandLine {
  const common = {
    host: flags.host,
    port: flags.port,
    origins: flags.origin,
    stun: flags.stun,
    open: flags.open,
    pageFolder: deps.pageFolder,
    maxClients: DEFAULT_MAX_CLIENTS,
  }
  const { 'tls-cert': certFile, 'tls-key': keyFile } = flags
  if (certFile === undefined && keyFile === undefined)
    return { kind: 'run', config: { ...common, tls: null } }
  if (certFile === undefined)
    return { kind: 'refused', problem: `--tls-cert takes ${FLAGS['tls-cert'].takes}` }
  if (keyFile === undefined) return { kind: 'refused', problem: `--tls-key takes ${FLAGS['tls-key'].takes}` }
  const cert = readPem('tls-cert', certFile, deps)
  const key = readPem('tls-key', keyFile, deps)
  if (!cert.ok) return { kind: 'refused', problem: cert.problem }
  if (!key.ok) return { kind: 'refused', problem: key.problem }
  return { kind: 'run', config: { ...common, tls: { cert: cert.text, key: key.text } } }
}

type Pem = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string }

function readPem(flag: FlagName, path: string, deps: CommandLineDeps): Pem {
  try {
    return { ok: true, text: deps.readFile(path) }
  } catch (error) {
    return { ok: false, problem: `--${flag} takes ${FLAGS[flag].takes}: ${reasonOf(error)}` }
  }
}

export function helpText(): string {
  const flags = Object.entries(FLAGS).map(([name, flag]) => {
    const head = `  --${name}${flag.value === null ? '' : ` ${flag.value}`}`
    return [head, ...flag.help.map((line) => `      ${line}`)].join('\n')
  })
  return ['Parley signalling server', '', 'npm run server -- [flags]', '', ...flags, ''].join('\n')
}
