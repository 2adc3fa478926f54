import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../setup/paths.mjs'
import { COMMAND_FILE, bundleManifest } from './bundle-manifest.mjs'
import { packageFolder } from './bundled-licences.mjs'
import { packedGuide } from './pack-server.mjs'

const guide = readFileSync(inRoot('docs', 'self-host.md'), 'utf8')
const linksOf = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)#]+)[)#]/g)].map(([, link = '']) => link)

describe('the guide', () => {
  it('links only to what lies in the package as well', () => {
    const links = linksOf(packedGuide(guide))
    expect(links.length).toBeGreaterThan(4)
    for (const link of links) expect(existsSync(join(inRoot('build', 'server'), link)), link).toBe(true)
  })

  it('links to every example, and has none of them a second time', () => {
    const links = linksOf(guide)
    for (const name of ['server.json', 'parley-server.service', 'Caddyfile', 'nginx.conf', 'turnserver.conf'])
      expect(links).toContain(`../build/server/examples/${name}`)
    expect(guide).not.toMatch(/\[Service\]|proxy_pass|static-auth-secret=/)
  })
})

describe('the package’s own manifest', () => {
  it('has the command, and asks for nothing to be installed or run', () => {
    const own = { version: '1.2.3', license: 'MIT', author: 'A', engines: { node: '>=20.19' } }
    const manifest = bundleManifest({ ...own, dependencies: {}, scripts: {}, private: true } as typeof own)
    expect(manifest).toMatchObject({ name: 'parley-server', bin: { 'parley-server': COMMAND_FILE }, ...own })
    for (const name of ['dependencies', 'scripts', 'private']) expect(manifest).not.toHaveProperty(name)
  })
})

it.each([
  ['/x/node_modules/ws/lib/sender.js', '/x/node_modules/ws'],
  ['\0/x/node_modules/@pinojs/redact/index.js?commonjs-proxy', '/x/node_modules/@pinojs/redact'],
  ['/x/node_modules/send/node_modules/ms/index.js', '/x/node_modules/send/node_modules/ms'],
  ['C:\\x\\node_modules\\ws\\index.js', 'C:\\x\\node_modules\\ws'],
  ['/x/server/main.ts', null],
  ['\0rolldown/runtime.js', null],
])('%j is a module of %j', (id, folder) => {
  expect(packageFolder(id)).toBe(folder)
})
