// Owns where options come from: flags, the environment (PARLEY_…), the configuration file. It says what was given and where;
// whether a value is right is config.ts's.
import { parseArgs } from 'node:util'
import {
  ASKING_NAMES,
  isAsking,
  isOption,
  OPTION_NAMES,
  textOf,
  type AskingName,
  type OptionName,
} from './options'

export interface GivenValue {
  readonly value: unknown
  /** How the user wrote it: `--port`, `PARLEY_PORT`, `"port" in parley.json`. */
  readonly wrote: string
}

type GivenOptions = ReadonlyMap<OptionName, GivenValue>
type Problem = { readonly problem: string }
const problem = (text: string): Problem => ({ problem: text })

export interface GivenFlags {
  readonly asked: ReadonlySet<AskingName>
  readonly configFile: string | undefined
  readonly options: GivenOptions
}

export function readFlags(argv: readonly string[]): GivenFlags | Problem {
  const names: readonly (OptionName | AskingName)[] = [...OPTION_NAMES, ...ASKING_NAMES]
  const options = Object.fromEntries(
    names.map((name) => {
      const { value, repeatable } = textOf(name)
      const type = value === null ? ('boolean' as const) : ('string' as const)
      return [name, { type, multiple: repeatable === true }]
    }),
  )
  // Not strict: its errors don't say what a flag takes.
  const { values, tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind === 'positional') return problem(`${token.value}: there are only flags; see --help`)
    if (token.kind !== 'option') continue
    const { name, rawName } = token
    if (!isOption(name) && !isAsking(name)) return problem(`${rawName}: there is no such flag; see --help`)
    const { value, takes } = textOf(name)
    if ((value !== null) === (token.value === undefined)) return problem(`${rawName} takes ${takes}`)
  }
  const given = new Map<OptionName, GivenValue>()
  for (const [name, value] of Object.entries(values))
    if (isOption(name)) given.set(name, { value: fromText(name, value), wrote: `--${name}` })
  const asked = new Set(Object.keys(values).filter(isAsking))
  const { config } = values
  return { asked, configFile: typeof config === 'string' ? config : undefined, options: given }
}

const PREFIX = 'PARLEY_'
const CONFIG_VARIABLE = `${PREFIX}CONFIG`
/** Of the start script and the tests, which hand their environment on. */
const NOT_OURS = /^PARLEY_(BROWSER|TEST_.*)$/
export const variableOf = (name: OptionName): string => PREFIX + name.toUpperCase().replaceAll('-', '_')

export type Environment = Readonly<Record<string, string | undefined>>

export function readEnvironment(
  env: Environment,
): { readonly configFile: string | undefined; readonly options: GivenOptions } | Problem {
  const names = new Map(OPTION_NAMES.map((name) => [variableOf(name), name]))
  const given = new Map<OptionName, GivenValue>()
  for (const [variable, text] of Object.entries(env)) {
    if (!variable.startsWith(PREFIX) || variable === CONFIG_VARIABLE || NOT_OURS.test(variable)) continue
    const name = names.get(variable)
    // A misspelt limit that is quietly not there would be found too late.
    if (!name) return problem(`${variable}: there is no such option; see --help`)
    if (text === undefined || text === '') continue
    given.set(name, { value: fromVariable(name, text), wrote: variable })
  }
  const configFile = env[CONFIG_VARIABLE]
  return { configFile: configFile === '' ? undefined : configFile, options: given }
}

export function readConfigFile(path: string, text: string): GivenOptions | Problem {
  const json = parseObject(text)
  if (!json) return problem(`${path} is no JSON object`)
  const given = new Map<OptionName, GivenValue>()
  for (const [key, value] of Object.entries(json)) {
    if (!isOption(key)) return problem(`"${key}" in ${path}: there is no such option; see --help`)
    given.set(key, { value, wrote: `"${key}" in ${path}` })
  }
  return given
}

function parseObject(text: string): object | null {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : null
  } catch {
    return null // not JSON; the caller says so
  }
}

const DIGITS = /^\d{1,12}$/

/** A number only where it is written as one; anything else stays as it is and is refused with its text. */
function fromText(name: OptionName, value: unknown): unknown {
  return textOf(name).number && typeof value === 'string' && DIGITS.test(value) ? Number(value) : value
}

const SWITCHES: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
])

function fromVariable(name: OptionName, text: string): unknown {
  const { value, repeatable } = textOf(name)
  if (repeatable) return text.split(/\s+/).filter((part) => part !== '')
  return value === null ? (SWITCHES.get(text) ?? text) : fromText(name, text)
}
