// Owns which way Parley is started with the session on each system, and by which command. Pure.
import { createHash } from 'node:crypto'
import { isAbsolute, join } from 'node:path'
import type { LoginLack } from '../../shared/model/login'
import type { Sandbox } from '../system/sandbox'

export const HIDDEN = '--hidden'
const APP_ID = 'org.parley.Parley'

export type Surroundings = {
  readonly platform: string
  readonly sandbox: Sandbox
  readonly packaged: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly execPath: string
  /** The folder of a checkout; it is the first argument there. */
  readonly appPath: string
  /** `--profile=…` or `--user-data-dir=…` of this start; null: the user's own. */
  readonly profileArgument: string | null
}

export type LoginWay =
  /** A file in a folder that the desktop reads as the session begins. */
  | {
      readonly is: 'autostart'
      readonly folder: string
      readonly file: string
      readonly command: readonly string[]
    }
  /** Inside a sandbox, which lets nothing be written there. */
  | { readonly is: 'portal'; readonly command: readonly string[] }
  | {
      readonly is: 'windows'
      readonly name: string
      readonly path: string
      readonly args: readonly string[]
    }
  | { readonly is: 'macos' }
  | { readonly is: 'none'; readonly why: LoginLack }

export function loginWay(around: Surroundings): LoginWay {
  const [program, ...args] = commandOf(around)
  switch (around.platform) {
    case 'linux':
      if (around.sandbox !== null) return { is: 'portal', command: portalCommand(around) }
      return {
        is: 'autostart',
        folder: join(configFolder(around), 'autostart'),
        file: `${[APP_ID, ...personOf(around)].join('.')}.desktop`,
        command: [program, ...args],
      }
    case 'win32':
      return {
        is: 'windows',
        name: ['Parley', ...personOf(around)].join('-'),
        path: program,
        args: args.map(windowsWord),
      }
    case 'darwin':
      // macOS starts the app by itself, without words, and only an app in its bundle.
      if (!around.packaged) return { is: 'none', why: 'not-installed' }
      return around.profileArgument === null ? { is: 'macos' } : { is: 'none', why: 'second-person' }
    default:
      return { is: 'none', why: 'system-says-no' }
  }
}

function commandOf(around: Surroundings): readonly [string, ...string[]] {
  const { packaged, env, execPath, appPath } = around
  // An AppImage is mounted anew at another path by each start.
  const image = around.platform === 'linux' && packaged ? env['APPIMAGE'] : undefined
  const app = packaged ? [] : [appPath]
  return [image !== undefined && isAbsolute(image) ? image : execPath, ...app, ...ownArguments(around)]
}

const ownArguments = ({ profileArgument }: Surroundings): readonly string[] =>
  profileArgument === null ? [HIDDEN] : [profileArgument, HIDDEN]

/** Electron writes them one behind the other, with blanks between. A backslash before the closing mark would take it away. */
const windowsWord = (word: string): string => (/\s/.test(word) ? `"${word.replace(/\\+$/, '$&$&')}"` : word)

/** The portal puts the sandbox's own start before it: it is a name inside. */
const portalCommand = (around: Surroundings): readonly string[] => ['parley', ...ownArguments(around)]

/** https://specifications.freedesktop.org/basedir-spec: a relative one is to be ignored. */
function configFolder({ env, home }: Surroundings): string {
  const set = env['XDG_CONFIG_HOME'] ?? ''
  return isAbsolute(set) ? set : join(home, '.config')
}

/** Each person on this computer has an entry of their own. A folder's path is no file name, so that its digest stands for it. */
function personOf({ profileArgument }: Surroundings): readonly string[] {
  if (profileArgument === null) return []
  const name = /^--profile=([\p{L}\p{N}_-]+)$/u.exec(profileArgument)?.[1]
  return [name ?? createHash('sha256').update(profileArgument).digest('hex').slice(0, 12)]
}
