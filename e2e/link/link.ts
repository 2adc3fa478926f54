// Owns a network of our own: client A stands behind a link with delay, loss and a rate, client B and the server beyond it.
// Each client is a network namespace; programs are started in it by a wrapper. Linux, root. Everything ends with `stop`.
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { programPath, runCommand } from '../../build/setup/run-command.mjs'
import { inRoot } from '../../build/setup/paths.mjs'
import { PYTHON, startLineProgram } from '../fixtures/line-program'

export interface LinkLimits {
  /** 0: none. */
  readonly rateKbps: number
  /** One way. */
  readonly delayMs: number
  /** Up to so much more, never reordering. */
  readonly jitterMs: number
  /** Of packets, at random but the same with each seed. */
  readonly lossPct: number
  /** What waits longer than this for the rate is dropped. */
  readonly queueMs: number
  /** Nothing passes, and what was on its way is lost. */
  readonly isCut: boolean
}

/** `aToB`: all that A sends, also to the server; `bToA`: all that A gets. */
export type Direction = 'aToB' | 'bToA'
export type SideName = 'a' | 'b'

export interface PassedPackets {
  readonly packets: number
  readonly bytes: number
  readonly lost: number
  readonly overflowed: number
  readonly cut: number
}

export interface Side {
  readonly namespace: string
  /** IPv4. */
  readonly address: string
  /** Words to stand before a command. */
  readonly prefix: readonly string[]
  /** A script that starts `program` in here, for drivers that take a path; its debugging ports are reachable from outside. */
  wrapperOf(program: string): string
}

export interface Link {
  readonly a: Side
  readonly b: Side
  /** Where side A is reached as well, once its device has it: `moveTo`. */
  readonly movedAddress: string
  /** Side A gets these addresses in place of those that it has; none: it is offline. */
  moveTo(...addresses: readonly string[]): Promise<void>
  /** This machine, as both sides reach it. */
  readonly serverAddress: string
  /** What isn't named stays. Both directions by default. */
  set(limits: Partial<LinkLimits>, directions?: readonly Direction[]): Promise<void>
  /** Packets that A sent to nobody who is here, such as a server on the Internet. */
  astray(): Promise<readonly string[]>
  counts(): Promise<Readonly<Record<Direction, PassedPackets>>>
  /** Makes this machine's 127.0.0.1:port the 127.0.0.1:port of both sides, over the link: pages get a camera there. */
  forward(port: number): Promise<void>
  readonly stop: () => Promise<void>
}

/** @returns null where a link can be made here, else why not, for people. */
export function whyNoLink(): string | null {
  if (process.platform !== 'linux') return 'The link needs Linux: it is made of network namespaces.'
  if (process.getuid?.() !== 0) return 'The link needs root, to make network namespaces.'
  if (programPath('ip') === null) return 'The link needs the program ip (package iproute2).'
  if (!existsSync('/dev/net/tun')) return 'The link needs /dev/net/tun, which is not here.'
  return null
}

interface Description {
  readonly addresses: Readonly<Record<SideName | 'server', string>>
  readonly moved: string
  readonly namespaces: Readonly<Record<SideName, string>>
}

export async function startLink({
  seed = 1,
  ...limits
}: Partial<LinkLimits> & { readonly seed?: number } = {}): Promise<Link> {
  const program = startLineProgram('link', [inRoot('e2e', 'link', 'program', 'main.py'), String(seed)])
  const folder = mkdtempSync(join(tmpdir(), 'parley-link-'))
  const stop = async (): Promise<void> => {
    await program.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const set: Link['set'] = async (wanted, directions = ['aToB', 'bToA']) => {
    await program.ask({ do: 'set', directions, limits: wanted })
  }
  try {
    const { addresses, namespaces, moved } = (await program.ask({ do: 'describe' })) as Description
    await set(limits)
    const side = (name: SideName): Side => ({
      namespace: namespaces[name],
      address: addresses[name],
      prefix: ['ip', 'netns', 'exec', namespaces[name]],
      wrapperOf: (path) => writeWrapper(folder, namespaces[name], path),
    })
    return {
      a: side('a'),
      b: side('b'),
      movedAddress: moved,
      moveTo: (...wanted) => giveAddresses(namespaces.a, wanted),
      serverAddress: addresses.server,
      set,
      astray: async () => (await program.ask({ do: 'astray' })) as readonly string[],
      counts: async () => (await program.ask({ do: 'counts' })) as Readonly<Record<Direction, PassedPackets>>,
      forward: async (port) => {
        await program.ask({ do: 'forward', port })
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function giveAddresses(namespace: string, addresses: readonly string[]): Promise<void> {
  const ip = async (...words: string[]): Promise<string> => {
    const { code, stdout, stderr } = await runCommand('ip', ['-n', namespace, ...words])
    if (code !== 0) throw new Error(`ip ${words.join(' ')}: ${stderr}`)
    return stdout
  }
  const device = /^\d+: (parley\w+)/m.exec(await ip('-o', 'link'))?.[1] ?? ''
  await ip('address', 'flush', 'dev', device)
  for (const address of addresses) await ip('address', 'add', `${address}/24`, 'dev', device)
  // It went with the last address.
  if (addresses.length > 0) await ip('route', 'add', 'default', 'dev', device)
}

function writeWrapper(folder: string, namespace: string, path: string): string {
  const file = join(folder, `${namespace}-${basename(path)}`)
  const launch = inRoot('e2e', 'link', 'program', 'launch.py')
  writeFileSync(file, `#!/bin/sh\nexec '${PYTHON}' -B '${launch}' '${namespace}' '${path}' "$@"\n`)
  chmodSync(file, 0o755)
  return file
}
