// Owns nginx and Caddy in front of a server of ours, each with the example that operators copy, on ports and files of the test.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programPath } from '../../build/setup/run-command.mjs'
import { makeCertificate } from '../../server/testing/certificate'
import { startListening } from '../fixtures/listening-program'
import { freePort, LOOPBACK } from '../fixtures/ports'
import { until } from '../fixtures/until'
import { exampleWith } from './example'

export interface Proxy {
  /** As clients dial it. */
  readonly base: string
  /** The certificate that it is to be trusted by. */
  readonly ca: string
  readonly stop: () => Promise<void>
}

/** Once the address is known, and before anybody comes by it: the server needs to know it. @returns the server's port */
export type StartServer = (base: string) => Promise<number>

/** Debian's is where only root's PATH leads. */
const NGINX = programPath('nginx') ?? '/usr/sbin/nginx'

export async function startNginx(startServer: StartServer): Promise<Proxy> {
  const port = await freePort()
  const base = `https://localhost:${String(port)}/parley/`
  const served = await startServer(base)
  const folder = mkdtempSync(join(tmpdir(), 'parley-nginx-'))
  const pair = makeCertificate()
  const site = exampleWith('nginx.conf', {
    // There may be no IPv6 here.
    '  listen [::]:443 ssl;\n': '',
    'listen 443 ssl': `listen ${LOOPBACK}:${String(port)} ssl`,
    'calls.example;': 'localhost;',
    '/etc/letsencrypt/live/calls.example/fullchain.pem': pair.cert,
    '/etc/letsencrypt/live/calls.example/privkey.pem': pair.key,
    '127.0.0.1:9000': `${LOOPBACK}:${String(served)}`,
  })
  writeFileSync(join(folder, 'parley.conf'), site)
  writeFileSync(join(folder, 'nginx.conf'), aroundSite(folder))
  const nginx = await startListening([NGINX, '-p', folder, '-e', 'stderr', '-c', 'nginx.conf'], port)
  return {
    base,
    ca: readFileSync(pair.cert, 'utf8'),
    stop: async () => {
      await nginx.stop()
      pair.remove()
      rmSync(folder, { recursive: true })
    },
  }
}

/** What Debian's own nginx.conf is for. */
function aroundSite(folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off;',
    `pid ${join(folder, 'pid')};`,
    'events {}',
    'http {',
    ...temporary.map((name) => `${name}_temp_path ${join(folder, name)};`),
    'access_log off;',
    `include ${join(folder, 'parley.conf')};`,
    '}',
  ].join('\n')
}

/** For names of this computer it makes certificates of its own. */
const CADDY_GLOBALS = '{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n}\n'

export async function startCaddy(startServer: StartServer): Promise<Proxy> {
  const port = await freePort()
  const base = `https://localhost:${String(port)}/`
  const served = await startServer(base)
  const folder = mkdtempSync(join(tmpdir(), 'parley-caddy-'))
  const file = join(folder, 'Caddyfile')
  const site = exampleWith('Caddyfile', {
    'calls.example {': `localhost:${String(port)} {`,
    '127.0.0.1:9000': `${LOOPBACK}:${String(served)}`,
  })
  writeFileSync(file, CADDY_GLOBALS + site)
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, HOME: folder }
  const caddy = await startListening(['caddy', 'run', '--config', file], port, env)
  const root = join(folder, 'caddy', 'pki', 'authorities', 'local', 'root.crt')
  const ca = await until('Caddy has made its certificate', () => readIfThere(root))
  return {
    base,
    ca,
    stop: async () => {
      await caddy.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null // not yet
  }
}
