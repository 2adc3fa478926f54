// Owns the way from the command line to a checked configuration. The flags and their words are flags.ts.
// The embedded server has none: main sends it what it needs (embedded-messages.ts).
import * as z from 'zod'
import { normaliseBaseUrl } from '../shared/link/base-url'
import { stunUrlSchema } from '../shared/model/settings'
import { DEFAULT_MAX_CLIENTS, type ServerConfig } from './create-server'
import { DEFAULT_HOST, DEFAULT_PORT, FLAGS, isFlag, readFlags, type FlagName } from './flags'
import { reasonOf } from './log'

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
} satisfies Readonly<Record<FlagName, z.ZodType>>)
type Flags = z.infer<typeof flagsSchema>

export function readCommandLine(argv: readonly string[], deps: CommandLineDeps): CommandLine {
  const given = readFlags(argv)
  if (given.problem !== undefined) return { kind: 'refused', problem: given.problem }
  const flags = flagsSchema.safeParse(given.values)
  if (!flags.success) return { kind: 'refused', problem: problemOf(flags.error, given.values) }
  if (flags.data.help) return { kind: 'help' }
  return configOf(flags.data, deps)
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
