// An AppImage updates itself: found, loaded in parts, said in the settings, put in place as it ends or at once, and what its user
// had is there in the new one.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import { updateWords as words } from '../../shared/text/en-updates'
import { screensOf } from '../fixtures/screens-model'
import { call, hangUp, ring } from '../fixtures/story'
import { expect } from '../fixtures/test'
import { EVERYBODY, test } from './homes'
import { restartOf } from './installed-app'
import { guestOf, personOf, quits } from './installed-story'
import { BUILD_MS } from './packages'
import type { UpdateServer } from './update-server'
import {
  NEW,
  OLD,
  answerFirstStart,
  ask,
  digestOf,
  leftBy,
  newImage,
  openAbout,
  packBoth,
  packedVersionOf,
  putOld,
  serveNew,
  startAt,
  versionOf,
} from './updating-app'

const CARLA = {
  ...{ id: 'c'.repeat(32), name: 'Carla', server: null, addedAt: 5 },
  ...{ favourite: true, notes: 'cello', picture: null },
}

test.beforeAll(async () => {
  test.setTimeout(2 * BUILD_MS)
  await packBoth()
})

const percentOf = async (page: Page): Promise<number> =>
  Number(/ (\d+)\u00a0%/.exec((await page.getByRole('status').allTextContents()).join(' '))?.[1] ?? 0)

/** Little of it, in parts, and nothing that tells one Parley from another. */
function expectLittleAsked(server: UpdateServer): void {
  const asked = server.asked()
  const bytes = asked.reduce((sum, { bytes: more }) => sum + more, 0)
  const whole = statSync(newImage()).size
  test.info().annotations.push({ type: 'bytes', description: `${bytes} of ${whole} loaded` })
  expect(bytes).toBeLessThan(whole / 20)
  expect(asked.some(({ ranges }) => ranges > 1)).toBe(true)
  for (const { headers } of asked) {
    expect(headers['x-user-staging-id']).toBe('none')
    expect(headers.cookie).toBeUndefined()
  }
}

for (const who of EVERYBODY)
  test(`${who}: a newer version is loaded in the background and takes its place at the end`, async ({
    homeOf,
    atEnd,
  }) => {
    test.setTimeout(300_000)
    const server = await serveNew(atEnd)
    const home = homeOf(who)
    const place = putOld(home)
    const before = digestOf(place.file)
    const next = packedVersionOf(NEW)
    server.be('list: hangs')
    const app = await startAt(place, atEnd)
    const link = await answerFirstStart(app)
    expect(await ask(app.page, 'contacts.put', { contacts: [CARLA] })).toMatchObject({ ok: true })
    expect(await ask(app.page, 'settings.change', { theme: 'dark' })).toMatchObject({ ok: true })
    const about = await openAbout(app.page)

    await test.step('it says what it does', async () => {
      await expect(about.says(words.checking)).toBeVisible()
      server.be('file: hangs')
      await expect(about.says(words.loading(next, 0))).toBeVisible()
      const isFurther = (): Promise<number> => {
        server.giveMore()
        return percentOf(app.page)
      }
      await expect.poll(isFurther, { timeout: 60_000 }).toBeGreaterThan(0)
      await expect(about.progress).toBeVisible()
      await expect(about.restart).toHaveCount(0)
      server.be(null)
      await expect(about.says(words.ready(next))).toBeVisible({ timeout: 60_000 })
      await expect(about.notes).toContainText('Sound comes back after sleep.\nWindows are found "faster".')
      await expect(about.restart).toBeEnabled()
      expectLittleAsked(server)
    })

    await test.step('the new one takes the old one’s place and name as it ends', async () => {
      expect(digestOf(place.file)).toBe(before)
      await expect(about.version(packedVersionOf(OLD))).toBeVisible()
      await quits(app)
      expect(digestOf(place.file)).toBe(digestOf(newImage()))
      expect(basename(place.file)).toContain(packedVersionOf(OLD))
      expect(leftBy(place)).toEqual([])
      expect(await versionOf(place)).toBe(next)
    })

    await test.step('all that its user had is there', async () => {
      const again = await startAt(place, atEnd)
      expect(await screensOf(again.page).ownLink()).toBe(link)
      await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark')
      expect(JSON.stringify(await ask(again.page, 'contacts.read'))).toContain('Carla')
      const aboutNew = await openAbout(again.page)
      await expect(aboutNew.version(next)).toBeVisible()
      await expect(aboutNew.says(words.newest)).toBeVisible()
      await quits(again)
      expect(digestOf(place.file)).toBe(digestOf(newImage()))
    })
  })

test('restart now ends the old one, and the new one comes by itself', async ({ homeOf, atEnd }) => {
  test.setTimeout(300_000)
  await serveNew(atEnd)
  const home = homeOf(EVERYBODY[0] ?? 'this user')
  const place = putOld(home)
  const app = await startAt(place, atEnd)
  const link = await answerFirstStart(app)
  const { says, restart } = await openAbout(app.page)
  await expect(says(words.ready(packedVersionOf(NEW)))).toBeVisible({ timeout: 60_000 })
  const next = await restartOf(app, home, () => restart.click())
  atEnd(next.stop)
  expect(await screensOf(next.page).ownLink()).toBe(link)
  const about = await openAbout(next.page)
  await expect(about.version(packedVersionOf(NEW))).toBeVisible()
  await expect(about.says(words.newest)).toBeVisible({ timeout: 60_000 })
  expect(digestOf(place.file)).toBe(digestOf(newImage()))
  expect(leftBy(place)).toEqual([])
})

test('while it rings and during a call nothing is looked for and nothing starts anew', async ({
  homeOf,
  atEnd,
}) => {
  test.setTimeout(300_000)
  const server = await serveNew(atEnd)
  const place = putOld(homeOf(EVERYBODY[0] ?? 'this user'))
  server.be('list: none')
  const app = await startAt(place, atEnd)
  await answerFirstStart(app)
  const ben = personOf(app, 'Ben')
  const ana = await guestOf(ben, atEnd)
  const notNow = { ok: false, code: 'in-call' }

  await test.step('a check waits for the end of the call', async () => {
    const about = await openAbout(app.page)
    await expect(about.says(words.checkFailed(words.problems.server))).toBeVisible()
    await ben.page.keyboard.press('Escape')
    await call(ana, ben)
    server.be(null)
    server.forget()
    await ask(app.page, 'updates.check')
    expect(server.asked()).toEqual([])
    await hangUp(ana, ben)
    await ben.ui.closeEnd.click()
    await expect((await openAbout(app.page)).restart).toBeEnabled({ timeout: 60_000 })
    await ben.page.keyboard.press('Escape')
  })

  await test.step('a restart is refused while it rings, and during the call', async () => {
    await ana.ui.ended.click()
    await ring(ana, ben)
    expect(await ask(app.page, 'updates.restart')).toEqual(notNow)
    await ben.ui.acceptWithVideo.click()
    await expect(ben.ui.duration).toBeVisible()
    const about = await openAbout(app.page)
    await expect(about.restart).toBeDisabled()
    await expect(about.afterCall).toBeVisible()
    expect(await ask(app.page, 'updates.restart')).toEqual(notNow)
    await ben.page.keyboard.press('Escape')
    await hangUp(ana, ben)
    await ben.ui.closeEnd.click()
    await expect((await openAbout(app.page)).restart).toBeEnabled()
  })
  expect(digestOf(place.file)).not.toBe(digestOf(newImage()))
})

interface Written {
  readonly v: number
  readonly reach?: unknown
}

/** As the first version wrote them. */
const FIRST = {
  contacts: {
    v: 1,
    contacts: [{ id: CARLA.id, name: 'Carla', server: null, via: 'https://v.example/', addedAt: 5 }],
  },
  history: {
    v: 1,
    records: [
      {
        ...{ callId: 'd'.repeat(32), id: CARLA.id, name: 'Carla', direction: 'incoming', video: true },
        ...{ reason: 'missed', startedAt: 7, talkedMs: 0, callBack: null },
      },
    ],
  },
  settings: {
    ...{ v: 1, name: 'Benjamin', theme: 'dark', prewarm: false, stunServers: ['stun:stun.example:3478'] },
    devices: { microphone: { id: 'm', label: 'Headset' }, camera: null, speaker: null },
  },
}

test('documents that the first version wrote are taken over by the one that comes', async ({
  homeOf,
  atEnd,
}) => {
  test.setTimeout(300_000)
  await serveNew(atEnd)
  const home = homeOf(EVERYBODY[0] ?? 'this user')
  const place = putOld(home)
  const app = await startAt(place, atEnd)
  const link = await answerFirstStart(app)
  await expect((await openAbout(app.page)).restart).toBeEnabled({ timeout: 60_000 })
  await quits(app)

  const at = (name: string): string => join(home.data, `${name}.json`)
  const read = (name: string): Written => JSON.parse(readFileSync(at(name), 'utf8')) as Written
  const { reach } = read('settings')
  for (const [name, document] of Object.entries({ ...FIRST, settings: { ...FIRST.settings, reach } })) {
    writeFileSync(at(name), JSON.stringify(document))
    rmSync(at(`${name}.last-good`), { force: true })
  }

  const next = await startAt(place, atEnd)
  expect(await screensOf(next.page).ownLink()).toBe(link)
  await expect(next.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await ask(next.page, 'settings.read')).toMatchObject({
    ok: true,
    value: { ...FIRST.settings, v: 3, reach, devices: FIRST.settings.devices },
  })
  const contacts = JSON.stringify(await ask(next.page, 'contacts.read'))
  expect(contacts).toContain('Carla')
  await screensOf(next.page).recent.click()
  await expect(next.page.getByRole('group', { name: /^Carla Missed/ })).toBeVisible()
  await expect((await openAbout(next.page)).version(packedVersionOf(NEW))).toBeVisible()
  // Whoever changes something gets the document of now.
  expect(await ask(next.page, 'settings.change', { theme: 'light' })).toMatchObject({ ok: true })
  await expect.poll(() => read('settings').v).toBe(3)
})
