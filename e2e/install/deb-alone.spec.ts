// The deb on a network where nobody answers: its first start asks nobody for anything.
import { ensureSystemPackages } from '../../build/setup/system-packages.mjs'
import { runCommand } from '../../build/setup/run-command.mjs'
import { PYTHON } from '../fixtures/line-program'
import { startLink } from '../link/link'
import { needsLink } from '../link/needs-link'
import { expect } from '../fixtures/test'
import { settingsOf } from '../settings/settings-screens'
import { test } from './deb-test'
import { commandOf } from './desktop-entry'
import { answersFirstStart } from './installed-story'
import { BUILD_MS, INSTALLED, ensurePacked } from './packages'

/** Kept for documents and examples (RFC 5737): nobody has it. */
const NOBODY = '198.51.100.1'

test.beforeAll(async () => {
  test.setTimeout(BUILD_MS)
  expect(await ensureSystemPackages(['packing', 'link'], { install: false })).toBe(true)
  await ensurePacked(INSTALLED)
})

test('nothing is fetched at the first start, and no name is looked up', async ({ deb, homeOf, atEnd }) => {
  needsLink()
  const link = await startLink()
  atEnd(link.stop)
  const [program = '', ...args] = commandOf(deb)
  const command = [link.a.wrapperOf(program), ...args]
  await answersFirstStart({ command, home: homeOf('this user'), env: {} }, atEnd, async ({ page }) => {
    await settingsOf(page).open('about')
  })
  expect(await link.astray()).toEqual([])
  // That a packet would have been seen.
  const send = `import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b"?", ("${NOBODY}", 53))`
  const [ip = '', ...words] = link.a.prefix
  expect(await runCommand(ip, [...words, PYTHON, '-c', send])).toMatchObject({ code: 0 })
  await expect.poll(() => link.astray()).toHaveLength(1)
})
