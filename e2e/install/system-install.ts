// Owns installing a package and taking it off again. A deb by dpkg as root; else unpacked into a folder, which runs none of its
// scripts, and so an rpm always: this system is not its own.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../../build/setup/run-command.mjs'

const PACKAGE = 'parley-desktop'

export interface Installed {
  readonly inRoot: (path: string) => string
  /** What it said. Harmless when repeated. */
  readonly remove: () => Promise<string>
}

export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export const isRoot = process.getuid?.() === 0

export async function installDeb(file: string): Promise<Installed> {
  if (!isRoot) return unpackInto((root) => ['dpkg-deb', '-x', file, root])
  await must(['dpkg', '-i', file])
  const remove = once(async () => {
    const said = await must(['dpkg', '-r', PACKAGE])
    // What is left of its scripts.
    return said + (await must(['dpkg', '-P', PACKAGE]))
  })
  return { inRoot: (path) => path, remove }
}

export const installRpm = (file: string): Promise<Installed> =>
  unpackInto((root) => ['sh', '-c', `rpm2cpio "$0" | cpio -idm --quiet -D "$1"`, file, root])

/** For what every user may start. */
export function openFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `parley-${name}-`))
  chmodSync(folder, 0o755)
  return folder
}

/** @param unpack the command, by the folder */
async function unpackInto(unpack: (root: string) => readonly string[]): Promise<Installed> {
  const root = openFolder('root')
  await must(unpack(root))
  const remove = once(() => {
    rmSync(root, { recursive: true, force: true })
    return Promise.resolve('')
  })
  return { inRoot: (path) => join(root, path), remove }
}

function once(work: () => Promise<string>): () => Promise<string> {
  let done: Promise<string> | null = null
  return () => (done ??= work())
}

/** What it printed. */
export async function must([program = '', ...args]: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCommand(program, args)
  if (code !== 0) throw new Error(`${program} ended with ${code}.\n${stdout}${stderr}`)
  return stdout + stderr
}

/** Where packages put files, but for what dpkg and others keep for themselves. */
const WATCHED = ['/opt', '/usr', '/etc', '/var/lib', '/var/spool']
const KEPT_BY_OTHERS = /^\/var\/lib\/(dpkg|apt|ucf|systemd|man-db)\b|^\/etc\/(ld\.so\.cache|mtab)$/

/** All paths there, to be compared. */
export async function pathsOfSystem(): Promise<ReadonlySet<string>> {
  const found = await must(['find', ...WATCHED])
  return new Set(found.split('\n').filter((path) => path !== '' && !KEPT_BY_OTHERS.test(path)))
}
