// An AppImage that can't update itself: each thing that goes wrong is said and leaves nothing, and the version that is there goes
// on until an update comes through.
import { statSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { UpdateProblem } from '../../shared/model/update'
import { updateWords as words } from '../../shared/text/en-updates'
import { expect } from '../fixtures/test'
import { endProcessesOf } from './home-processes'
import { EVERYBODY, test as base } from './homes'
import { quits } from './installed-story'
import type { InstalledApp } from './installed-app'
import { BUILD_MS } from './packages'
import { mountSmallDisk } from './small-disk'
import { isRoot } from './system-install'
import type { UpdateServer, UpdateTrouble } from './update-server'
import {
  NEW,
  OLD,
  answerFirstStart,
  digestOf,
  leftBy,
  newImage,
  oldImage,
  openAbout,
  packBoth,
  packedVersionOf,
  putOld,
  serveNew,
  startAt,
  versionOf,
  type AboutUpdates,
  type Place,
} from './updating-app'

const MB = 1_000_000
/** A whole file may have to come before it is refused. */
const LOADED = { timeout: 60_000 }

const test = base.extend<{ updates: UpdateServer; place: Place }>({
  updates: async ({ atEnd }, use) => {
    const updates = await serveNew(atEnd)
    // What is asked at the start finds nothing.
    updates.be('list: error')
    await use(updates)
  },
  place: async ({ homeOf }, use) => {
    await use(putOld(homeOf(EVERYBODY[0] ?? 'this user')))
  },
})

test.beforeAll(async () => {
  test.setTimeout(2 * BUILD_MS)
  await packBoth()
})

test.beforeEach(() => test.setTimeout(400_000))

const notFound = (problem: UpdateProblem): string => words.checkFailed(words.problems[problem])
const notLoaded = (problem: UpdateProblem): string =>
  words.loadFailed(packedVersionOf(NEW), words.problems[problem])

/** What is there is the old one, whole, and nothing else. */
function expectOld(place: Place): void {
  expect(leftBy(place)).toEqual([])
  expect(digestOf(place.file)).toBe(digestOf(oldImage()))
}

async function firstStart(place: Place, atEnd: (end: () => unknown) => void): Promise<InstalledApp> {
  const app = await startAt(place, atEnd)
  await answerFirstStart(app)
  return app
}

/** After all that went wrong. */
async function updatesInTheEnd(app: InstalledApp, place: Place, updates: UpdateServer): Promise<void> {
  updates.be(null)
  const about = await openAbout(app.page)
  await about.check.click()
  await expect(about.says(words.ready(packedVersionOf(NEW)))).toBeVisible(LOADED)
  await quits(app)
  expect(digestOf(place.file)).toBe(digestOf(newImage()))
  expect(leftBy(place)).toEqual([])
}

/** Each with what is said then. */
const TROUBLES: readonly (readonly [UpdateTrouble, () => string])[] = [
  ['list: none', () => notFound('server')],
  ['list: no yaml', () => notFound('server')],
  ['list: older version', () => words.newest],
  ['list: wrong digest', () => notLoaded('tampered')],
  ['file: error', () => notLoaded('server')],
  ['file: none', () => notLoaded('server')],
  ['file: one byte is another', () => notLoaded('tampered')],
  ['file: cut off', () => notLoaded('unreachable')],
]

test('whatever is wrong with the server or with what it gives, this version goes on and says why', async ({
  updates,
  place,
  atEnd,
}) => {
  const app = await firstStart(place, atEnd)
  const about = await openAbout(app.page)
  await expect(about.says(notFound('server'))).toBeVisible()
  const askIn = (trouble: UpdateTrouble, said: string): Promise<void> =>
    test.step(trouble, async () => {
      updates.be(trouble)
      updates.forget()
      await about.check.click()
      await expect.poll(() => updates.asked().length).toBeGreaterThan(0)
      await expect(about.says(said)).toBeVisible(LOADED)
      expectOld(place)
    })
  for (const [trouble, said] of TROUBLES) await askIn(trouble, said())
  await updatesInTheEnd(app, place, updates)
})

test('no server, or one that falls silent in the middle, is not waited for for ever', async ({
  updates,
  place,
  atEnd,
}) => {
  const app = await firstStart(place, atEnd)
  const about = await openAbout(app.page)
  updates.be('file: hangs')
  await about.check.click()
  await expect(about.progress).toBeVisible()
  // In parts, then as a whole: each is given a minute.
  await expect(about.says(notLoaded('unreachable'))).toBeVisible({ timeout: 200_000 })
  expectOld(place)
  await updates.stop()
  await about.check.click()
  await expect(about.says(notFound('unreachable'))).toBeVisible(LOADED)
  await updatesInTheEnd(app, place, await serveNew(atEnd))
})

async function loadHalf(about: AboutUpdates, place: Place, updates: UpdateServer): Promise<void> {
  updates.be('file: hangs')
  await about.check.click()
  const half = (): string | undefined => leftBy(place).find((path) => basename(path).startsWith('temp-'))
  await expect.poll(half).toBeDefined()
}

test('killed while it loads, and once more before the new one is in its place: the old one starts again', async ({
  updates,
  place,
  atEnd,
}) => {
  const first = await firstStart(place, atEnd)
  await loadHalf(await openAbout(first.page), place, updates)
  await endProcessesOf(place.start.home)
  expect(leftBy(place)).not.toEqual([])

  updates.be('list: error')
  const second = await startAt(place, atEnd)
  const about = await openAbout(second.page)
  await expect(about.version(packedVersionOf(OLD))).toBeVisible()
  await expect(about.says(notFound('server'))).toBeVisible()
  expectOld(place)
  updates.be(null)
  await about.check.click()
  await expect(about.says(words.ready(packedVersionOf(NEW)))).toBeVisible(LOADED)
  await endProcessesOf(place.start.home)
  expect(await versionOf(place)).toBe(packedVersionOf(OLD))

  updates.be('list: error')
  const third = await startAt(place, atEnd)
  await expect((await openAbout(third.page)).says(notFound('server'))).toBeVisible()
  expectOld(place)
  await updatesInTheEnd(third, place, updates)
})

test('quitting while it loads ends at once, and leaves the old one', async ({ updates, place, atEnd }) => {
  const app = await firstStart(place, atEnd)
  await loadHalf(await openAbout(app.page), place, updates)
  await quits(app)
  expect(digestOf(place.file)).toBe(digestOf(oldImage()))
  updates.be('list: error')
  const again = await startAt(place, atEnd)
  await expect((await openAbout(again.page)).says(notFound('server'))).toBeVisible()
  expectOld(place)
})

async function expectNoRoom(app: InstalledApp, place: Place, updates: UpdateServer): Promise<void> {
  updates.be(null)
  const about = await openAbout(app.page)
  await about.check.click()
  await expect(about.says(notLoaded('disk-full'))).toBeVisible(LOADED)
  expectOld(place)
}

if (isRoot) {
  test('no room where it loads to: refused, and it comes once there is', async ({
    updates,
    place,
    atEnd,
  }) => {
    const { home } = place.start
    const disk = await mountSmallDisk(home, join(home.folder, '.cache', 'parley-updater'), 20 * MB)
    atEnd(disk.end)
    const app = await firstStart(place, atEnd)
    await expectNoRoom(app, place, updates)
    await disk.grow(200 * MB)
    await updatesInTheEnd(app, place, updates)
  })

  test('no room beside it: refused while it runs, and it comes once there is', async ({
    updates,
    homeOf,
    atEnd,
  }) => {
    const home = homeOf(EVERYBODY[0] ?? 'this user')
    const folder = join(home.folder, 'Small')
    const disk = await mountSmallDisk(home, folder, statSync(oldImage()).size + 20 * MB)
    atEnd(disk.end)
    const place = putOld(home, folder)
    const app = await firstStart(place, atEnd)
    await expectNoRoom(app, place, updates)
    await disk.grow(400 * MB)
    await updatesInTheEnd(app, place, updates)
  })
} else {
  // Who can't mount a small disk has the system's file that is always full.
  test('no room beside it: refused while it runs, and it comes once there is', async ({
    updates,
    place,
    atEnd,
  }) => {
    const app = await firstStart(place, atEnd)
    symlinkSync('/dev/full', join(dirname(place.file), `.${basename(place.file)}.new`))
    await expectNoRoom(app, place, updates)
    await updatesInTheEnd(app, place, updates)
  })
}
