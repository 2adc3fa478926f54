// Owns a software repository on this machine, signed by a key of its own, ways to tamper with it, and an apt that knows nothing
// else: no sources, lists, settings and logs of the machine's. What it installs is installed on the machine.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  copyFileSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { runCommand } from '../../build/setup/run-command.mjs'
import { must, type Outcome } from './system-install'

/** What somebody could do who can write to the server, or sits on the way to it, but hasn't the key. */
export type Tampering = 'a byte of the deb' | 'the list of packages' | 'another signature' | 'no signature'

export interface AptRepository {
  /** Offers this one and no other, signed. */
  publish(deb: string): Promise<void>
  tamper(how: Tampering): Promise<void>
  /** `apt-get`, in the repository's own folder for what it downloads. */
  readonly apt: (...words: readonly string[]) => Promise<Outcome>
  readonly downloads: string
  readonly end: () => Promise<void>
}

const OWN = 'Parley test repository <repository@parley.example>'
const STRANGER = 'Somebody else <else@parley.example>'

export async function makeAptRepository(): Promise<AptRepository> {
  const top = mkdtempSync(join(tmpdir(), 'parley-apt-'))
  const [pool, downloads] = [join(top, 'pool'), join(top, 'downloads')]
  // gpg refuses a home that others can read.
  for (const name of ['gpg', 'pool', 'downloads', 'none', 'lists/partial', 'cache/archives/partial', 'log'])
    mkdirSync(join(top, name), { recursive: true, mode: 0o700 })
  const gpg = gpgIn(join(top, 'gpg'))
  for (const who of [OWN, STRANGER]) await gpg('--quick-generate-key', who, 'ed25519', 'sign', 'never')
  writeFileSync(join(top, 'key.asc'), await gpg('--armor', '--export', OWN))
  const server = await serve(pool)
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${String(port)}/`
  writeFileSync(join(top, 'parley.list'), `deb [signed-by=${join(top, 'key.asc')}] ${address} ./\n`)
  writeFileSync(join(top, 'apt.conf'), settingsIn(top))
  const sign = (who: string): Promise<unknown> =>
    gpg(
      '--yes',
      '--local-user',
      who,
      '--output',
      join(pool, 'InRelease'),
      '--clearsign',
      join(pool, 'Release'),
    )
  return {
    downloads,
    async publish(deb) {
      rmSync(pool, { recursive: true })
      mkdirSync(pool)
      copyFileSync(deb, join(pool, basename(deb)))
      await listPackages(pool)
      writeRelease(pool)
      await sign(OWN)
    },
    async tamper(how) {
      if (how === 'another signature') await sign(STRANGER)
      else if (how === 'no signature') copyFileSync(join(pool, 'Release'), join(pool, 'InRelease'))
      else await changeDeb(pool)
      if (how === 'the list of packages') await listPackages(pool)
    },
    apt: (...words) =>
      runCommand('apt-get', words, {
        cwd: downloads,
        env: {
          ...process.env,
          APT_CONFIG: join(top, 'apt.conf'),
          LC_ALL: 'C',
          DEBIAN_FRONTEND: 'noninteractive',
        },
      }),
    async end() {
      server.closeAllConnections()
      server.close()
      await must(['gpgconf', '--homedir', join(top, 'gpg'), '--kill', 'all'])
      rmSync(top, { recursive: true, force: true })
    },
  }
}

/** Over http: of a file's address apt takes the lists as they lie there, and reads them again unchecked. */
async function serve(folder: string): Promise<Server> {
  const server = createServer(({ url }, response) => {
    const file = createReadStream(join(folder, basename(decodeURIComponent(url ?? ''))))
    file.once('error', () => response.writeHead(404).end())
    file.once('open', () => file.pipe(response))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}

const gpgIn =
  (home: string) =>
  (...words: readonly string[]): Promise<string> =>
    must(['gpg', '--homedir', home, '--batch', '--quiet', '--no-tty', '--passphrase', '', ...words])

/** https://manpages.debian.org/apt.conf: what isn't named here is as apt's makers set it. */
function settingsIn(top: string): string {
  const settings = {
    // The machine's own settings may hold a proxy, hooks, and other sources.
    'Dir::Etc::main': '/dev/null',
    'Dir::Etc::parts': join(top, 'none'),
    'Dir::Etc::sourcelist': join(top, 'parley.list'),
    'Dir::Etc::sourceparts': join(top, 'none'),
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': join(top, 'none'),
    'Dir::State::lists': join(top, 'lists'),
    'Dir::State::extended_states': join(top, 'extended-states'),
    'Dir::Cache': join(top, 'cache'),
    'Dir::Log': join(top, 'log'),
    // Its own user can't read what lies here.
    'APT::Sandbox::User': 'root',
    'APT::Get::Assume-Yes': 'true',
    // A list that can't be trusted is an error, not a warning.
    'APT::Update::Error-Mode': 'any',
    'Acquire::Languages': 'none',
    'Acquire::http::Proxy': 'DIRECT',
    // Seconds, for another test's dpkg.
    'DPkg::Lock::Timeout': '120',
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name} "${value}";\n`)
    .join('')
}

async function listPackages(pool: string): Promise<void> {
  const { code, stdout, stderr } = await runCommand('dpkg-scanpackages', ['--multiversion', '.'], {
    cwd: pool,
  })
  if (code !== 0) throw new Error(`No list of packages: ${stderr}`)
  writeFileSync(join(pool, 'Packages'), stdout)
}

/** https://wiki.debian.org/DebianRepository/Format#A.22Release.22_files */
function writeRelease(pool: string): void {
  const list = readFileSync(join(pool, 'Packages'))
  const digest = createHash('sha256').update(list).digest('hex')
  const lines = [
    'Origin: Parley',
    `Date: ${new Date().toUTCString()}`,
    'SHA256:',
    ` ${digest} ${list.length} Packages`,
  ]
  writeFileSync(join(pool, 'Release'), `${lines.join('\n')}\n`)
}

/** In its middle, which is of a packed file: the size stays, and so does all that says what it is. */
async function changeDeb(pool: string): Promise<void> {
  const [name = ''] = (await must(['find', pool, '-name', '*.deb'])).split('\n')
  const bytes = readFileSync(name)
  const middle = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
  writeFileSync(name, bytes)
}
