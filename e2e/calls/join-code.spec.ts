// A server with a join code: at home, for a guest and on a visit it is asked for where it is missing or wrong, and kept.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as pathOf } from 'node:path'
import { startServer, type ServerProcess } from '../../build/setup/server-process.mjs'
import { text } from '../../shared/text/en'
import { failureWords } from '../../shared/text/en-codes'
import { expectInCall, expectSees, hangUp } from '../fixtures/story'
import { idOf, type Person } from '../fixtures/person'
import { expect, test } from '../fixtures/test'

const CODE = 'a garden of forking paths'

async function startJoined(atEnd: (end: () => unknown) => void): Promise<ServerProcess> {
  const folder = mkdtempSync(pathOf(tmpdir(), 'parley-join-'))
  atEnd(() => rmSync(folder, { recursive: true }))
  const file = pathOf(folder, 'code')
  writeFileSync(file, `${CODE}\n`)
  chmodSync(file, 0o600)
  const server = await startServer({ args: ['--join-code-file', file] })
  atEnd(server.stop)
  return server
}

async function enter({ page }: Person, code: string, action: string): Promise<void> {
  await page.getByLabel(text.joinCode.field, { exact: true }).fill(code)
  await page.getByRole('button', { name: action, exact: true }).click()
}

async function enterAtHome(person: Person, code: string): Promise<void> {
  await person.page.getByRole('button', { name: text.joinCode.enter }).click()
  await enter(person, code, text.joinCode.use)
}

test('an app at home there is told what is missing and what is wrong, and a guest with its link rings it', async ({
  join,
  atEnd,
}) => {
  const server = await startJoined(atEnd)
  const ana = await join({ name: 'Ana', host: 'electron', server: server.baseUrl })
  await expect(ana.page.getByText(failureWords('join-code-needed'))).toBeVisible()
  await enterAtHome(ana, 'one that is mistyped')
  await expect(ana.page.getByText(failureWords('join-code-wrong'))).toBeVisible()
  await enterAtHome(ana, CODE)
  await expect(ana.page.getByText(failureWords('join-code-wrong'))).toBeHidden()
  const link = `${server.baseUrl}#/call/${await idOf(ana)}`

  const ben = await join({ name: 'Ben', host: 'browser', server: link })
  await expect(ben.page.getByText(failureWords('join-code-needed'))).toBeVisible()
  await enter(ben, CODE, text.joinCode.use)
  await ben.page.getByRole('button', { name: text.guest.call }).click()
  await ana.ui.acceptWithVideo.click()
  await expectInCall(ben, ana)
  await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
  await hangUp(ben, ana)
  // The browser has kept it.
  await ben.page.reload()
  await expect(ben.page.getByRole('button', { name: text.guest.call })).toBeVisible()
  await expect(ben.page.getByText(failureWords('join-code-needed'))).toBeHidden()
  expect(server.log()).not.toContain(CODE)
})

test('who calls from another server is asked once', async ({ join, atEnd }) => {
  const server = await startJoined(atEnd)
  const ana = await join({ name: 'Ana', host: 'electron', server: server.baseUrl })
  await enterAtHome(ana, CODE)
  const cal = await join({ name: 'Cal', host: 'electron', reach: { mode: 'this-computer' } })
  await cal.ui.callBySound(await ana.ui.ownLink())
  await enter(cal, CODE, text.joinCode.useAndCall)
  // Ringing is enough: calls over two servers are own-servers.spec.ts.
  for (const again of [true, false]) {
    await expect(ana.ui.incoming).toContainText('Cal')
    await ana.ui.decline.click()
    await expect(cal.ui.ended).toBeVisible()
    await expect(cal.page.getByLabel(text.joinCode.field, { exact: true })).toBeHidden()
    if (again) await cal.ui.callAgain.click()
  }
})
