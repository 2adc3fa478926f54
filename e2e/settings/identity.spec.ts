// A saved identity, between real clients: what one saved rings at the other, and what isn't one is refused in words.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { failureWords } from '../../shared/text/en-codes'
import { settingsWords as words } from '../../shared/text/en-settings'
import { text } from '../../shared/text/en'
import { shortId } from '../../renderer/ui/names'
import { launchElectron, type ElectronClient } from '../fixtures/electron-client'
import { personAt, type Person } from '../fixtures/person'
import { expect, test } from '../fixtures/test'
import { answerDialogs, settingsOf } from './settings-screens'

const PASSPHRASE = 'three blind mice on a bike'

function clientOf({ electron }: Person): ElectronClient {
  if (!electron) throw new Error('not an app')
  return electron
}

test('an identity saved by one client is restored by another, and its link rings there', async ({
  join,
  server,
  atEnd,
}) => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(joinPath(tmpdir(), 'parley-saved-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  const file = joinPath(folder, 'parley-identity.json')
  const ana = await join({ name: 'Ana', host: 'electron' })
  const link = await ana.ui.ownLink()

  await test.step('saving writes a file that only this user can read, and nothing of the key is in it', async () => {
    const ui = settingsOf(ana.page)
    await answerDialogs(clientOf(ana), file)
    await ui.open('me')
    await ui.button(words.save.begin).click()
    await ui.field(words.save.passphrase).fill(PASSPHRASE)
    await ui.field(words.save.again).fill(PASSPHRASE)
    await ui.button(words.save.choosePlace).click()
    await expect(ui.dialog.getByText(words.save.saved('parley-identity.json'))).toBeVisible()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const saved: unknown = JSON.parse(readFileSync(file, 'utf8'))
    expect(saved).toMatchObject({ v: 1, kind: 'parley-identity', kdf: { iterations: 600_000 } })
    await ui.close()
  })

  const laptop = await join({ name: 'Laptop', host: 'electron' })
  const before = await laptop.ui.ownLink()
  expect(before).not.toBe(link)
  const ui = settingsOf(laptop.page)
  const choose = async (path: string): Promise<void> => {
    await answerDialogs(clientOf(laptop), path)
    await ui.dialog.getByRole('button', { name: /^Choose (the file|another file)$/ }).click()
  }

  await test.step('what isn’t a whole saved identity is refused in words', async () => {
    await ui.open('me')
    await ui.button(words.restore.begin).click()
    for (const [content, code] of [
      ['Dear Ben', 'not-a-backup'],
      [readFileSync(file, 'utf8').replace('"data": "', '"data": "AA'), 'backup-damaged'],
      [readFileSync(file, 'utf8').replace('"v": 1', '"v": 2'), 'backup-newer'],
    ] as const) {
      const path = joinPath(folder, `${code}.json`)
      writeFileSync(path, content)
      await choose(path)
      await expect(ui.dialog.getByText(failureWords(code))).toBeVisible()
    }
  })

  await test.step('a wrong passphrase is told, the right one restores', async () => {
    await choose(file)
    await ui.field(words.restore.passphrase).fill('three blind mice')
    await ui.button(words.restore.go).click()
    await expect(ui.dialog.getByText(failureWords('passphrase-wrong'))).toBeVisible()
    await ui.field(words.restore.passphrase).fill(PASSPHRASE)
    await ui.button(words.restore.go).click()
    await expect(ui.dialog).toBeHidden()
    expect(await laptop.ui.ownLink()).toBe(link)
    const aside = readdirSync(clientOf(laptop).profile).filter((name) => name.includes('set-aside'))
    expect(aside).toHaveLength(1)
  })

  await test.step('the first one ends, and the old link rings at the other', async () => {
    await ana.stop()
    const ben = await join({ name: 'Ben', host: 'electron' })
    await ben.ui.ownLink()
    await ben.ui.callBySound(link)
    await expect(laptop.ui.incoming).toContainText('Ben')
    await laptop.ui.acceptWithSound.click()
    await expect(ben.ui.inCallWith('Laptop')).toBeVisible()
  })

  await test.step('restored at a first start, the name typed before stays, and what happened is said', async () => {
    await laptop.stop()
    const tablet = await launchElectron({})
    atEnd(async () => {
      await tablet.stop()
      tablet.forget()
    })
    const { page } = tablet
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    await page.getByLabel(text.firstStart.name).fill('Ana on the road')
    await press(text.identity.restore)
    await answerDialogs(tablet, file)
    await press(words.restore.choose)
    await page.getByLabel(words.restore.passphrase).fill(PASSPHRASE)
    await press(words.restore.go)
    const id = shortId(/[0-9a-f]{32}/.exec(link)?.[0] ?? '')
    await expect(page.getByText(text.firstStart.restored(id))).toBeVisible()
    await expect(page.getByLabel(text.firstStart.name)).toHaveValue('Ana on the road')
    const ana = personAt(tablet, 'Ana on the road')
    await ana.ui.answerFirstStart(ana.name, { mode: 'anywhere', server: server.baseUrl })
    await expect(page.getByText(text.banner.restored(id))).toBeVisible()
    expect(await ana.ui.ownLink()).toBe(link)
  })
})
