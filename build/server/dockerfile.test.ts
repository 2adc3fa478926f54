// What holds whoever builds it; that the image runs is e2e/server/container.spec.ts.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../setup/paths.mjs'
import { COMMAND_FILE } from './bundle-manifest.mjs'

const text = readFileSync(inRoot('build', 'server', 'Dockerfile'), 'utf8')
const steps = text
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => /^([A-Z]+) +(.*)$/.exec(line))
  .map((found) => ({ word: found?.[1] ?? '', rest: found?.[2] ?? '' }))
const restsOf = (word: string): string[] => steps.filter((step) => step.word === word).map(({ rest }) => rest)

describe('the Dockerfile', () => {
  it('starts from one image of one version, Node’s own of a release that is maintained for long', () => {
    const [from = '', ...others] = restsOf('FROM')
    expect(others).toEqual([])
    expect(from).toMatch(/^docker\.io\/library\/node:\d+\.\d+\.\d+-[\w-]*slim$/)
    expect(Number(/node:(\d+)/.exec(from)?.[1]) % 2).toBe(0)
  })

  it('runs and downloads nothing while it is built', () => {
    expect(restsOf('RUN')).toEqual([])
    expect(restsOf('ADD')).toEqual([])
  })

  it('copies what lies in the package, as root, and ends as a user by number who isn’t', () => {
    const sources = restsOf('COPY').flatMap((rest) => rest.split(' ').slice(0, -1))
    expect(restsOf('COPY').join(' ')).not.toContain('--chown')
    const staged = ['LICENSE', 'LICENCES.txt', 'package.json', 'server', 'renderer']
    expect(sources).toEqual(staged)
    expect(restsOf('USER')).toEqual([expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/)])
  })

  it('starts the command without a shell, so that it gets the signal that ends it, and asks /health', () => {
    const [entry = ''] = restsOf('ENTRYPOINT')
    expect(JSON.parse(entry)).toEqual(['node', `/opt/parley-server/${COMMAND_FILE}`])
    expect(restsOf('HEALTHCHECK')).toEqual([expect.stringContaining('/health')])
    expect(restsOf('CMD')).toEqual([])
  })
})
