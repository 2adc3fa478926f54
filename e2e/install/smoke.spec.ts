// What lies in release/, installed on the system that it is for, started, and called: the release workflow's last look.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../../build/setup/paths.mjs'
import { expect } from '../fixtures/test'
import { commandOf } from './desktop-entry'
import { test } from './homes'
import { callsAndQuits } from './installed-story'
import { installDeb, must } from './system-install'

type AtEnd = (end: () => unknown) => void

test('what was built installs, starts, registers, says its version, and makes a call', async ({
  homeOf,
  atEnd,
}) => {
  const command =
    await INSTALL[process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'](
      atEnd,
    )
  await callsAndQuits({ command, typed: command, home: homeOf('this user'), atEnd })
})

const built = (ending: RegExp): string => {
  const name = readdirSync(inRoot('release')).find((entry) => ending.test(entry))
  if (name === undefined) throw new Error(`release/ has no ${String(ending)}.`)
  return inRoot('release', name)
}

/** Each gives the program's command. */
const INSTALL = {
  async linux(atEnd: AtEnd): Promise<readonly string[]> {
    const deb = await installDeb(built(/\.deb$/))
    atEnd(deb.remove)
    return commandOf(deb)
  },
  async darwin(atEnd: AtEnd): Promise<string[]> {
    const folder = mkdtempSync(join(tmpdir(), 'parley-app-'))
    atEnd(() => rmSync(folder, { recursive: true, force: true }))
    await must(['ditto', '-x', '-k', built(new RegExp(`-mac-${process.arch}\\.zip$`)), folder])
    return [join(folder, 'Parley.app', 'Contents', 'MacOS', 'Parley')]
  },
  async win32(atEnd: AtEnd): Promise<string[]> {
    await must([built(/^Parley-Setup-.*-x64\.exe$/), '/S'])
    const folder = join(process.env['LOCALAPPDATA'] ?? '', 'Programs', 'parley')
    const program = join(folder, 'Parley.exe')
    const links = 'HKCU\\Software\\Classes\\parley\\shell\\open\\command'
    expect(await must(['reg', 'query', links, '/ve'])).toContain(`"${program}" "--" "%1"`)
    atEnd(async () => {
      await must([join(folder, 'Uninstall Parley.exe'), '/S'])
      // It copies itself away first, and goes on from there.
      await expect.poll(() => existsSync(program), { timeout: 60_000 }).toBe(false)
      await expect(must(['reg', 'query', links])).rejects.toThrow()
    })
    return [program]
  },
}
