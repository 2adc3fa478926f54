// The deb: installed by dpkg, started as its desktop entry says, called, and removed without a trace outside the user's data.
import { existsSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { runCommand } from '../../build/setup/run-command.mjs'
import { expect } from '../fixtures/test'
import { PROGRAM, debFile, test } from './deb-test'
import { ENTRY, commandOf } from './desktop-entry'
import { EVERYBODY } from './homes'
import { liveThrough } from './installed-story'
import { BUILD_MS, INSTALLED, ensurePacked } from './packages'
import { installDeb, isRoot, must, pathsOfSystem } from './system-install'

const COMMAND = '/usr/bin/parley'

test.beforeAll(async () => {
  test.setTimeout(BUILD_MS)
  await ensurePacked(INSTALLED)
})

for (const who of EVERYBODY)
  test(`the deb: ${who} is rung while it is hidden, and talks`, async ({ deb, homeOf, atEnd }) => {
    const command = commandOf(deb)
    const typed = isRoot ? [COMMAND] : command
    await liveThrough({ command, typed, program: deb.inRoot(PROGRAM), home: homeOf(who), atEnd })
  })

test('the system knows the deb: its links, its entry, its licence, its icons', async ({ deb }) => {
  const entry = deb.inRoot(ENTRY)
  expect(await runCommand('desktop-file-validate', [entry])).toMatchObject({ code: 0, stdout: '' })
  const metainfo = deb.inRoot('/usr/share/metainfo/org.parley.Parley.metainfo.xml')
  expect(await runCommand('appstreamcli', ['validate', '--no-net', metainfo])).toMatchObject({ code: 0 })
  expect(readFileSync(entry, 'utf8')).toContain('MimeType=x-scheme-handler/parley;')
  expect(existsSync(deb.inRoot('/usr/share/doc/parley-desktop/copyright'))).toBe(true)
  for (const size of [16, 48, 512]) {
    const icon = `/usr/share/icons/hicolor/${size}x${size}/apps/parley-desktop.png`
    expect(existsSync(deb.inRoot(icon))).toBe(true)
  }
  if (isRoot)
    expect(await must(['xdg-mime', 'query', 'default', 'x-scheme-handler/parley'])).toBe(
      'org.parley.Parley.desktop\n',
    )
})

// What its scripts do is seen only where dpkg runs them.
if (isRoot) {
  test('the deb goes without a trace outside the user’s data, and says where that is', async ({ atEnd }) => {
    const before = await pathsOfSystem()
    const deb = await installDeb(debFile())
    atEnd(deb.remove)
    expect(readlinkSync(COMMAND)).toBe(PROGRAM)
    expect(await deb.remove()).toContain('~/.config/Parley')
    expect([...(await pathsOfSystem())].filter((path) => !before.has(path))).toEqual([])
    expect(readFileSync('/usr/share/applications/mimeinfo.cache', 'utf8')).not.toContain('parley')
  })

  test('another program’s command of that name stays, through installing and removing', async ({ atEnd }) => {
    writeFileSync(COMMAND, '#!/bin/sh\n', { mode: 0o755, flag: 'wx' })
    atEnd(() => rmSync(COMMAND))
    const deb = await installDeb(debFile())
    atEnd(deb.remove)
    expect(readlinkSync('/usr/bin/parley-desktop')).toBe(PROGRAM)
    await deb.remove()
    expect(readFileSync(COMMAND, 'utf8')).toBe('#!/bin/sh\n')
  })
}
