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
import { replaceProgram } from './replace-file'
import { VERSION_FILE, installedVersion, watchReplaced } from './replaced-watch'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'parley-updates-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)

describe('putting a new program in place', () => {
  it('leaves one file under the old name, which can be started', () => {
    writeFileSync(at('Parley.AppImage'), 'old')
    writeFileSync(at('loaded'), 'new')
    chmodSync(at('loaded'), 0o600)
    replaceProgram(at('loaded'), at('Parley.AppImage'))
    expect(readdirSync(folder)).toEqual(['Parley.AppImage'])
    expect(readFileSync(at('Parley.AppImage'), 'utf8')).toBe('new')
    expect(statSync(at('Parley.AppImage')).mode & 0o777).toBe(0o755)
  })

  it.each([
    ['what was loaded is gone', 'missing', 'Parley.AppImage'],
    ['it is a folder by now', 'loaded', 'folder'],
  ])('leaves the old one and nothing beside it where %s', (_, from, to) => {
    writeFileSync(at('Parley.AppImage'), 'old')
    writeFileSync(at('loaded'), 'new')
    mkdtempSync(at('other-'))
    const target =
      to === 'folder' ? at(readdirSync(folder).find((name) => name.startsWith('other-')) ?? '') : at(to)
    expect(() => replaceProgram(at(from), target)).toThrow()
    expect(readFileSync(at('Parley.AppImage'), 'utf8')).toBe('old')
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([])
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
