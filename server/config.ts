// Owns the way from what was given to a checked configuration. Where options come from is option-sources.ts, their words
// options.ts. The embedded server has none: main sends it what it needs (embedded-messages.ts).
import type * as z from 'zod'
import { joinCodeSchema } from '../shared/protocol/join-code'
import type { ServerConfig } from './server-config'
import { readInviteList } from './invite-list'
import { limitsSchema } from './limits'
import { readNamed, readSecret, type NamedFiles } from './named-files'
import { metricsOpenByAccident, openByAccident } from './open-by-accident'
import { optionsSchema, type Options } from './option-schema'
import {
  readConfigFile,
  readEnvironment,
  readFlags,
  type Environment,
  type GivenValue,
} from './option-sources'
import { isOption, OPTION_NAMES, textOf, type OptionName } from './options'
import type { TlsPair } from './tls-pair'

export type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  /** All is right; nothing more was asked. */
  | { readonly kind: 'checked' }
  /** A configuration file that says the same. */
  | { readonly kind: 'print'; readonly text: string }
  | Run
  /** `problem` names the option and what it takes. */
  | { readonly kind: 'refused'; readonly problem: string }

interface Run {
  readonly kind: 'run'
  readonly config: ServerConfig
  readonly operating: Operating
  /** As they were understood, to be compared with later ones. */
  readonly options: Options
}

/** What is the operator's and not the server's own. */
export interface Operating {
  readonly metrics: { readonly host: string; readonly port: number } | null
  readonly log: Options['log']
}

export interface CommandLineDeps {
  readonly env: Environment
  readonly files: NamedFiles
  /** The built renderer. */
  readonly pageFolder: string
  /** This machine's own, as they are now. */
  readonly addresses: () => readonly string[]
  readonly problemOfTls: (pair: TlsPair) => string | null
}

type Refused = Extract<CommandLine, { readonly kind: 'refused' }>
const refused = (problem: string): Refused => ({ kind: 'refused', problem })

export function readCommandLine(argv: readonly string[], deps: CommandLineDeps): CommandLine {
  const flags = readFlags(argv)
  if ('problem' in flags) return refused(flags.problem)
  if (flags.asked.has('help')) return { kind: 'help' }
  if (flags.asked.has('version')) return { kind: 'version' }
  const env = readEnvironment(deps.env)
  if ('problem' in env) return refused(env.problem)
  const configFile = flags.configFile ?? env.configFile
  const file = configFile === undefined ? new Map<OptionName, GivenValue>() : openFile(configFile, deps)
  if ('problem' in file) return refused(file.problem)
  const given = new Map([...file, ...env.options, ...flags.options])
  const options = optionsSchema.safeParse(
    Object.fromEntries([...given].map(([name, { value }]) => [name, value])),
  )
  if (!options.success) return refused(problemOf(options.error, given))
  const made = configOf(options.data, deps)
  if (made.kind !== 'run') return made
  if (flags.asked.has('print-config'))
    return { kind: 'print', text: `${JSON.stringify(options.data, null, 2)}\n` }
  return flags.asked.has('check') ? { kind: 'checked' } : made
}

function openFile(path: string, deps: CommandLineDeps): ReturnType<typeof readConfigFile> {
  const file = readNamed(path, deps.files)
  return file.ok
    ? readConfigFile(path, file.text)
    : { problem: `--config takes ${textOf('config').takes}: ${file.reason}` }
}

/** Longer ones are a mistake of quoting; the start is enough to find them. */
const MAX_SHOWN = 80

function problemOf(error: z.ZodError, given: ReadonlyMap<OptionName, GivenValue>): string {
  const [name, index] = error.issues[0]?.path ?? []
  if (typeof name !== 'string' || !isOption(name)) return 'the options were not understood; see --help'
  const { value, wrote } = given.get(name) ?? { value: undefined, wrote: `--${name}` }
  const wrong: unknown = Array.isArray(value) && typeof index === 'number' ? value[index] : value
  const shown = wrong === undefined ? '' : `, not ${JSON.stringify(wrong).slice(0, MAX_SHOWN)}`
  return `${wrote} takes ${textOf(name).takes}${shown}`
}

function configOf(options: Options, deps: CommandLineDeps): Refused | Run {
  const tls = readTls(options, deps)
  if (tls !== null && 'problem' in tls) return refused(tls.problem)
  const invited = readInvited(options, deps)
  if ('problem' in invited) return refused(invited.problem)
  const join = readJoinCode(options, deps)
  if ('problem' in join) return refused(join.problem)
  const turn = readTurn(options, deps)
  if ('problem' in turn) return refused(turn.problem)
  const exposure = {
    host: options.host,
    secure: tls !== null,
    origins: options.origin,
    plainHttp: options['plain-http'],
  }
  const metrics = metricsOf(options)
  const open =
    openByAccident(exposure, deps.addresses()) ?? metricsOpenByAccident(metrics?.host, deps.addresses())
  if (open !== null) return refused(open)
  return {
    kind: 'run',
    options,
    operating: { metrics, log: options.log },
    config: {
      host: options.host,
      port: options.port,
      tls,
      origins: options.origin,
      stun: options.stun,
      turn: turn.config,
      open: options.open,
      invited: invited.list,
      joinCode: join.code,
      pageFolder: options['no-page'] ? null : deps.pageFolder,
      limits: limitsSchema.parse(options),
      trustProxy: options['trust-proxy'],
    },
  }
}

function metricsOf({ 'metrics-host': host, 'metrics-port': port }: Options): Operating['metrics'] {
  return port === undefined ? null : { host, port }
}

/** Names of the options that a running server can't take over. */
export function needRestart(before: Options, after: Options): readonly OptionName[] {
  // A certificate is taken over, https instead of http isn't.
  const isOtherScheme = (before['tls-cert'] === undefined) !== (after['tls-cert'] === undefined)
  const isLive = (name: OptionName): boolean =>
    textOf(name).live === true && !(isOtherScheme && (name === 'tls-cert' || name === 'tls-key'))
  return OPTION_NAMES.filter(
    (name) => !isLive(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
}

const SHORTEST_SECRET_CHARS = 16

function readTurn(
  { turn: urls, 'turn-secret-file': path, 'turn-seconds': lifeS }: Options,
  { files }: CommandLineDeps,
): { readonly config: ServerConfig['turn'] } | { readonly problem: string } {
  if (urls.length === 0 && path === undefined) return { config: null }
  if (urls.length === 0) return { problem: `--turn takes ${textOf('turn').takes}` }
  const takes = `--turn-secret-file takes ${textOf('turn-secret-file').takes}`
  if (path === undefined) return { problem: takes }
  const file = readSecret(path, files)
  if (!file.ok) return { problem: `${takes}: ${file.reason}` }
  const secret = file.text.trim()
  return secret.length < SHORTEST_SECRET_CHARS
    ? { problem: `${takes}; it has less than ${String(SHORTEST_SECRET_CHARS)} characters` }
    : { config: { urls, secret, lifeS } }
}

function readInvited(
  { 'invite-file': path, open }: Options,
  { files }: CommandLineDeps,
): { readonly list: ReadonlySet<string> | null } | { readonly problem: string } {
  if (path === undefined) return { list: null }
  const takes = `--invite-file takes ${textOf('invite-file').takes}`
  // It would let anybody in beside the list.
  if (open) return { problem: takes }
  const file = readNamed(path, files)
  if (!file.ok) return { problem: `${takes}: ${file.reason}` }
  const list = readInviteList(file.text)
  return list.ok ? { list: list.invited } : { problem: `${takes}; ${path}: ${list.problem}` }
}

function readJoinCode(
  { 'join-code-file': path, 'invite-file': list, open }: Options,
  { files }: CommandLineDeps,
): { readonly code: string | null } | { readonly problem: string } {
  if (path === undefined) return { code: null }
  const takes = `--join-code-file takes ${textOf('join-code-file').takes}`
  // Either of them would make it mean something else: plain clients have no code, and a list already says who may.
  if (open || list !== undefined) return { problem: takes }
  const file = readSecret(path, files)
  if (!file.ok) return { problem: `${takes}: ${file.reason}` }
  const code = joinCodeSchema.safeParse(file.text)
  return code.success ? { code: code.data } : { problem: `${takes}; that is not what ${path} has` }
}

function readTls(options: Options, deps: CommandLineDeps): TlsPair | null | { problem: string } {
  const { files } = deps
  const { 'tls-cert': certFile, 'tls-key': keyFile } = options
  if (certFile === undefined && keyFile === undefined) return null
  if (certFile === undefined) return { problem: `--tls-cert takes ${textOf('tls-cert').takes}` }
  if (keyFile === undefined) return { problem: `--tls-key takes ${textOf('tls-key').takes}` }
  const cert = readNamed(certFile, files)
  if (!cert.ok) return { problem: `--tls-cert takes ${textOf('tls-cert').takes}: ${cert.reason}` }
  const key = readSecret(keyFile, files)
  if (!key.ok) return { problem: `--tls-key takes ${textOf('tls-key').takes}: ${key.reason}` }
  const pair = { cert: cert.text, key: key.text }
  const problem = deps.problemOfTls(pair)
  return problem === null ? pair : { problem: `--tls-cert ${certFile}: ${problem}` }
}
