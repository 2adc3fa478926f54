// A server that lets in only whom its list names: who isn't on it is told so, whether it calls from there or from elsewhere.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as pathOf } from 'node:path'
import { startServer, type ServerProcess } from '../../build/setup/server-process.mjs'
import { text } from '../../shared/text/en'
import { endWords } from '../../shared/text/en-codes'
import { idOf, type Person } from '../fixtures/person'
import { expect, test } from '../fixtures/test'

const { title } = endWords('not-invited', { name: '', talked: false })

async function startFor(invited: Person, atEnd: (end: () => unknown) => void): Promise<ServerProcess> {
  const folder = mkdtempSync(pathOf(tmpdir(), 'parley-invited-'))
  atEnd(() => rmSync(folder, { recursive: true }))
  const file = pathOf(folder, 'invited')
  writeFileSync(file, `${await idOf(invited)}\n`)
  const server = await startServer({ args: ['--invite-file', file] })
  atEnd(server.stop)
  return server
}

test('who calls from another server, or comes as a guest, is told that its server doesn’t know them', async ({
  join,
  atEnd,
}) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const server = await startFor(ana, atEnd)
  const link = `${server.baseUrl}#/call/${await idOf(ana)}`

  const cal = await join({ name: 'Cal', host: 'electron' })
  await cal.ui.callBySound(link)
  await expect(cal.ui.endedTitle).toHaveText(title)

  const ben = await join({ name: 'Ben', host: 'browser', server: link })
  await ben.page.getByRole('button', { name: text.guest.call }).click()
  await expect(ben.ui.endedTitle).toHaveText(title)
})
