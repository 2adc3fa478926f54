// Owns Podman for a test: storage of its own, and an image that stands in for Node's where no registry is asked: this machine's Node.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inRoot } from '../../build/setup/paths.mjs'
import { programPath, runCommand, type Outcome } from '../../build/setup/run-command.mjs'
import { must } from '../install/system-install'

export interface Containers {
  /** Of Podman. */
  readonly podman: (...words: string[]) => Promise<Outcome>
  /** What a `run` needs on a machine of tests, beside what the guide says. */
  readonly here: readonly string[]
  readonly remove: () => void
}

/** @returns null where containers can be run here, else why not, for people. */
export function whyNoContainers(): string | null {
  if (process.platform !== 'linux') return 'Containers need Linux.'
  if (process.getuid?.() !== 0) return 'Containers of a test need root.'
  return programPath('podman') === null ? 'Containers need the program podman.' : null
}

/** The runtime knows one kind of control groups only, so it sees that kind, whichever this machine mounts. */
const IN_OWN_MOUNTS = [
  'umount --lazy --recursive /sys/fs/cgroup 2>/dev/null',
  'mount -t cgroup2 cgroup2 /sys/fs/cgroup',
  'exec podman "$@"',
].join('\n')

export async function startContainers(): Promise<Containers> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-containers-'))
  const storage = [
    '--root',
    join(folder, 'store'),
    '--runroot',
    join(folder, 'run'),
    '--storage-driver',
    'vfs',
  ]
  const podman = (...words: string[]): Promise<Outcome> =>
    runCommand('unshare', ['--mount', 'sh', '-c', IN_OWN_MOUNTS, 'sh', ...storage, ...words])
  await importBase(folder, podman)
  return {
    podman,
    here: [
      ...['--network', 'host', '--cgroups', 'disabled'],
      // Podman's own are more than a test machine may have.
      ...['--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=1024:1024'],
    ],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Under the name that the Dockerfile starts from. */
async function importBase(folder: string, podman: Containers['podman']): Promise<void> {
  const name = /^FROM (\S+)$/m.exec(readFileSync(inRoot('build', 'server', 'Dockerfile'), 'utf8'))?.[1]
  if (name === undefined) throw new Error('The Dockerfile starts from nothing.')
  const [root, file] = [join(folder, 'base'), join(folder, 'base.tar')]
  copyInto(root, process.execPath, '/usr/local/bin/node')
  for (const library of await librariesOf(process.execPath)) copyInto(root, library, library)
  await must(['tar', '-cf', file, '-C', root, '.'])
  const { code, stderr } = await podman('import', file, name)
  if (code !== 0) throw new Error(`podman: ${stderr}`)
}

function copyInto(root: string, from: string, to: string): void {
  mkdirSync(dirname(join(root, to)), { recursive: true })
  copyFileSync(from, join(root, to))
}

/** What the linker would load with it. */
async function librariesOf(program: string): Promise<readonly string[]> {
  const said = await must(['ldd', program])
  return [...said.matchAll(/(?:=>)?\s(\/\S+) \(0x/g)].map(([, path = '']) => path)
}
