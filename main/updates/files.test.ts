// What updating does to files: the program's own place, and noticing that the system changed it.
import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { silentLog } from '../log/log'
import { putBeside, removeBeside, takePlace } from './replace-file'
import { VERSION_FILE, installedVersion, watchReplaced } from './replaced-watch'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'parley-updates-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)

describe('putting a new program in place', () => {
  beforeEach(() => {
    writeFileSync(at('Parley.AppImage'), 'old')
    writeFileSync(at('loaded'), 'new')
    chmodSync(at('loaded'), 0o600)
  })
  const old = (): string => readFileSync(at('Parley.AppImage'), 'utf8')

  it('leaves one file under the old name, which can be started', async () => {
    await putBeside(at('loaded'), at('Parley.AppImage'))
    expect(old()).toBe('old')
    takePlace(at('Parley.AppImage'))
    expect(old()).toBe('new')
    expect(statSync(at('Parley.AppImage')).mode & 0o777).toBe(0o755)
    expect(readdirSync(folder)).toEqual(['Parley.AppImage', 'loaded'])
  })

  it('leaves the old one and nothing beside it where what was loaded is gone', async () => {
    await expect(putBeside(at('missing'), at('Parley.AppImage'))).rejects.toThrow()
    expect(() => takePlace(at('Parley.AppImage'))).toThrow()
    expect(old()).toBe('old')
    expect(readdirSync(folder)).toEqual(['Parley.AppImage', 'loaded'])
  })

  it('takes away what a killed run left beside it', async () => {
    await putBeside(at('loaded'), at('Parley.AppImage'))
    removeBeside(at('Parley.AppImage'))
    removeBeside(at('Parley.AppImage'))
    expect(readdirSync(folder)).toEqual(['Parley.AppImage', 'loaded'])
  })
})

describe('the installed version', () => {
  it.each<[string, string | null]>([
    ['0.2.0\n', '0.2.0'],
    ['0.2.0-test.1', '0.2.0-test.1'],
    ['', null],
    ['newest', null],
    [`0.2.0${'0'.repeat(100_000)}`, null],
    ['0.2.0 <b>', null],
  ])('of %j is %j', (text, version) => {
    writeFileSync(at(VERSION_FILE), text)
    expect(installedVersion(folder)).toBe(version)
  })

  it('is none where nothing lies there', () => {
    expect(installedVersion(folder)).toBeNull()
  })

  it('is told once another one was put there, and not for the running one', async () => {
    writeFileSync(at(VERSION_FILE), '0.1.0')
    const replaced = vi.fn()
    const end = watchReplaced({ folder, running: '0.1.0', replaced, log: silentLog })
    // As package managers do it: beside, then in place.
    writeFileSync(at('same'), '0.1.0')
    renameSync(at('same'), at(VERSION_FILE))
    writeFileSync(at('beside'), '0.2.0')
    renameSync(at('beside'), at(VERSION_FILE))
    await vi.waitFor(() => expect(replaced).toHaveBeenCalledWith('0.2.0'))
    expect(replaced.mock.calls.flat()).not.toContain('0.1.0')
    end()
  })

  it('is not watched where there is no such folder', () => {
    const replaced = vi.fn()
    watchReplaced({ folder: at('nowhere'), running: '0.1.0', replaced, log: silentLog })()
    expect(replaced).not.toHaveBeenCalled()
  })
})
