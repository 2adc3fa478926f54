import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { inRoot } from '../setup/paths.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { readDistWords } from './dist-words.mjs'

interface Step {
  readonly if?: string
  readonly run?: string
  readonly uses?: string
  readonly env?: Readonly<Record<string, string>>
}
interface Job {
  readonly permissions?: unknown
  readonly needs?: readonly string[]
  readonly strategy?: { readonly matrix: { readonly include: readonly Row[] } }
  readonly steps: readonly Step[]
}
interface Row {
  readonly system: 'linux' | 'win' | 'mac'
  readonly arches: string
}
interface Workflow {
  readonly on: unknown
  readonly permissions: unknown
  readonly jobs: Readonly<Record<'build' | 'server' | 'draft', Job>>
}

const workflow = parse(readFileSync(inRoot('.github/workflows/release.yml'), 'utf8')) as Workflow
const { build, server, draft } = workflow.jobs
const commands = ({ steps }: Job): string[] => steps.flatMap(({ run }) => run ?? [])

describe('the release workflow', () => {
  it('begins with a tag, and may write only where it drafts', () => {
    expect(workflow.on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+*'] } })
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(build.permissions).toBeUndefined()
    expect(draft).toMatchObject({ needs: ['build', 'server'], permissions: { contents: 'write' } })
  })

  it('builds all three systems for both architectures, as a release, with words that are understood', () => {
    const built = build.strategy?.matrix.include.flatMap(({ system, arches }) => {
      const words = readDistWords(['--release', `--${system}`, ...arches.split(' ')], system)
      if (words === 'help') throw new Error('no help was asked for')
      return words.release ? words.arches.map((arch) => `${system} ${arch}`) : []
    })
    expect(built?.sort()).toEqual([
      'linux arm64',
      'linux x64',
      'mac arm64',
      'mac x64',
      'win arm64',
      'win x64',
    ])
    const dist = commands(build).find((run) => run.includes('npm run dist'))
    expect(dist).toBe('npm run dist -- --release --${{ matrix.system }} ${{ matrix.arches }}')
  })

  it('runs what it built before it hands it on, and checks the whole before it drafts', () => {
    const runs = build.steps.findIndex(({ run }) => run?.includes('--project=smoke'))
    const hands = build.steps.findIndex(({ uses }) => uses?.startsWith('actions/upload-artifact'))
    expect(runs).toBeGreaterThan(0)
    expect(hands).toBeGreaterThan(runs)
    const packed = server.steps.findIndex(({ run }) => run === 'npm run server:pack')
    const image = server.steps.findIndex(({ run }) => run?.includes('docker run'))
    const handed = server.steps.findIndex(({ uses }) => uses?.startsWith('actions/upload-artifact'))
    expect([packed, image, handed].every((at, n, all) => at > (all[n - 1] ?? 0))).toBe(true)
    const [check, create] = commands(draft)
    expect(check).toContain('check-release.mjs')
    expect(create).toContain('--draft')
  })

  it('makes nothing the newest release that is only a candidate for one', () => {
    expect(commands(draft)[1]).toContain("${{ contains(github.ref_name, '-') && '--prerelease' || '' }}")
  })
})

describe('its secrets', () => {
  const secretsOf = ({ env = {} }: Step): string[] =>
    Object.values(env).filter((value) => value.includes('secrets.'))

  it('are not there yet while other people’s packages are installed, whose scripts run', () => {
    const installs = build.steps.findIndex(({ run }) => run === 'npm ci')
    const first = build.steps.findIndex((step) => secretsOf(step).length > 0)
    expect(installs).toBeGreaterThan(0)
    expect(first).toBeGreaterThan(installs)
  })

  it('are given to the system that signs with them, and to no other', () => {
    const all = build.steps.flatMap((step) => secretsOf(step).map((value) => `${step.if ?? ''} ${value}`))
    expect(all).toHaveLength(7)
    expect(all.filter((value) => !/matrix\.system == '(win|mac)'/.test(value))).toEqual([])
  })

  it('have Apple’s key in a file, whose path is what is asked for', () => {
    const writes = build.steps.find(({ run }) => run?.includes('.p8'))
    expect(writes?.run).toContain('>> "$GITHUB_ENV"')
    expect(build.steps.some(({ env }) => env?.['APPLE_API_KEY'] !== undefined)).toBe(false)
  })
})

describe('what it asks before it publishes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-release-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const version = (JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { version: string }).version
  const asked = () => runCommand(process.execPath, [inRoot('build/check-release.mjs'), `v${version}`, folder])

  it('refuses a package on the test runtime, and one that hides in the list of new versions', async () => {
    writeFileSync(join(folder, `parley-desktop_${version}-testruntime_amd64.deb`), '')
    writeFileSync(join(folder, 'latest-linux.yml'), `version: ${version}-testruntime\n`)
    const { code, stderr } = await asked()
    expect(code).toBe(1)
    expect(stderr).toContain(`_${version}-testruntime_amd64.deb was built on the test runtime`)
    expect(stderr).toContain('latest-linux.yml offers a package on the test runtime')
    expect(stderr).toContain('there is no …-linux-x86_64.AppImage')
  })
})
