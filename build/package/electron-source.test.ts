import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { electronFor } from './electron-source.mjs'
import { systemOf } from './targets.mjs'

const here = systemOf(process.platform)
const NAMES = { linux: 'electron', win: 'electron.exe', mac: '' }

/** A distribution is known by its version; nothing here is started. */
function distributionOf(version: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-dist-'))
  writeFileSync(join(folder, 'version'), version)
  if (NAMES[here] !== '') writeFileSync(join(folder, NAMES[here]), '')
  chmodSync(folder, 0o755)
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
  folders.push(folder)
  return folder
}
const folders: string[] = []
afterEach(() => {
  vi.unstubAllEnvs()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

// macOS' program lies deeper, in a folder of its own.
if (here !== 'mac') {
  it('a release is never built on the test runtime', async () => {
    distributionOf('v22.3.25')
    await expect(electronFor(here, { release: true })).rejects.toThrow('never built on the test runtime')
  })

  it('trying it out is', async () => {
    const dist = distributionOf('v22.3.25')
    expect(await electronFor(here, { release: false })).toEqual({ version: '22.3.25', dist, isTest: true })
  })

  it('a newer one is taken as it is, and downloaded for other systems', async () => {
    const dist = distributionOf('45.4.1')
    expect(await electronFor(here, { release: true })).toEqual({ version: '45.4.1', dist, isTest: false })
    const other = here === 'linux' ? 'win' : 'linux'
    expect(await electronFor(other, { release: true })).toEqual({
      ...{ version: '45.4.1', dist: null, isTest: false },
    })
  })
}
