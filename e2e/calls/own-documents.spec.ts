// What happens to one's own things when the disk, the keyring or another program gets in the way: nothing is lost
// silently, and the person is told.
import { rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join as joinPath } from 'node:path'
import { text } from '../../shared/text/en'
import { launchElectron } from '../fixtures/electron-client'
import { personAt, type Person } from '../fixtures/person'
import { expect, test } from '../fixtures/test'

/** Ends the app, lets `change` loose on its profile, and starts it again. */
async function restart(person: Person, change: (profile: string) => Promise<void> | void): Promise<Person> {
  const profile = person.electron?.profile ?? ''
  await person.electron?.quit()
  await change(profile)
  return personAt(await launchElectron({ profile }), person.name)
}

test('damaged settings: the last good ones are used, and that is said', async ({ join, atEnd }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const link = await ana.ui.ownLink()
  const again = await restart(ana, (profile) =>
    writeFileSync(joinPath(profile, 'settings.json'), '{"v":1,"na'),
  )
  atEnd(again.stop)
  await expect(again.page.getByText(text.banner.lastGood(text.banner.documents.settings))).toBeVisible()
  await expect(again.page.getByText('Ana', { exact: true })).toBeVisible()
  expect(await again.ui.ownLink()).toBe(link)
})

test('a key that cannot be read is never replaced silently', async ({ join, atEnd }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const link = await ana.ui.ownLink()
  const again = await restart(ana, (profile) => writeFileSync(joinPath(profile, 'identity.json'), 'no key'))
  atEnd(again.stop)
  const { page } = again
  await expect(page.getByRole('heading', { name: text.identity.unreadableTitle })).toBeVisible()
  await page.getByRole('button', { name: text.identity.retry }).click()
  await expect(page.getByText(text.identity.stillUnreadable)).toBeVisible()
  await page.getByRole('button', { name: text.identity.startOver }).click()
  await page.getByRole('button', { name: text.identity.confirmStartOver }).click()
  expect(await again.ui.ownLink()).not.toBe(link)
})

test('a locked keyring is said, and the app goes on when it is unlocked', async ({ atEnd }, info) => {
  const lock = info.outputPath('keyring-is-locked')
  writeFileSync(lock, '')
  const client = await launchElectron({ env: { PARLEY_TEST_LOCKED_KEYRING: lock } })
  const ana = personAt(client, 'Ana')
  atEnd(ana.stop)
  await expect(ana.page.getByText(text.identity.lockedTitle)).toBeVisible()
  rmSync(lock)
  await ana.page.getByRole('button', { name: text.identity.retry }).click()
  await ana.ui.answerFirstStart('Ana', { mode: 'this-computer' })
  await ana.ui.ownLink()
})

test("a taken port is said, and another one is only used by the person's choice", async ({ join, atEnd }) => {
  const ana = await join({ name: 'Ana', host: 'electron', reach: { mode: 'this-computer' } })
  const link = await ana.ui.ownLink()
  const port = Number(new URL(new URL(link).searchParams.get('server') ?? '').port)
  const squatter = createServer()
  atEnd(() => void squatter.close())
  const again = await restart(
    ana,
    () => new Promise((resolve) => void squatter.listen(port, '127.0.0.1', resolve)),
  )
  atEnd(again.stop)
  await expect(again.page.getByText(text.banner.portTaken(port))).toBeVisible()
  await again.page.getByRole('button', { name: text.banner.anotherPort }).click()
  await expect(again.page.getByText(text.banner.oldLinksBreak)).toBeVisible()
  expect(await again.ui.ownLink()).not.toBe(link)
})
