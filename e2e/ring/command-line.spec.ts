// What is typed at a terminal reaches the Parley that runs, once, and ends with a code that tells whether it did.
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { desktopEn } from '../../shared/text/desktop-en'
import { appWindow } from '../fixtures/app-window'
import { forgetProfile } from '../fixtures/electron-client'
import { loggedAt, startPlainly, startedWith } from '../fixtures/plain-start'
import { expect, test } from '../fixtures/test'

const { terminal } = desktopEn
const { asked } = terminal

const freshProfile = (atEnd: (end: () => void) => void): string => {
  const profile = mkdtempSync(join(tmpdir(), 'parley-typed-'))
  atEnd(() => forgetProfile(profile))
  return profile
}
const times = (text: string, part: string): number => text.split(part).length - 1

test('each word reaches the Parley that runs, and says so', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const profile = ana.electron?.profile ?? ''
  const words = [
    ['--accept', 'accept'],
    ['--accept-sound', 'accept'],
    ['--decline', 'decline'],
    ['--mute', 'mute'],
    ['--unmute', 'unmute'],
    ['--hang-up', 'hang-up'],
  ] as const
  for (const [word, verb] of words) {
    const before = times(loggedAt(profile), `asked from outside verb=${verb}\n`)
    expect(await startedWith(profile, [word])).toEqual({
      code: 0,
      said: [terminal.handedOver(asked[verb])],
    })
    await expect.poll(() => times(loggedAt(profile), `asked from outside verb=${verb}\n`)).toBe(before + 1)
  }
})

test('the window comes for whoever asks for it, and for a link, which doesn’t call', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const profile = ana.electron?.profile ?? ''
  const app = ana.electron?.app
  if (app === undefined) throw new Error('no Electron')
  const { hide, isVisible: isShown } = appWindow(app)
  const link = (await ana.ui.ownLink()).replace(/[0-9a-f]{32}/, 'a'.repeat(32))

  await hide()
  expect(await startedWith(profile, ['--hidden'])).toEqual({ code: 0, said: [terminal.nothingToDo] })
  expect(await isShown()).toBe(false)
  for (const words of [[], ['--open'], ['--call', link], [`--call=${link}`], ['parley:x" --hang-up "']]) {
    await hide()
    expect((await startedWith(profile, words)).code).toBe(0)
    await expect.poll(isShown).toBe(true)
    if (words.includes(link)) await expect(ana.ui.openedLink).toBeVisible()
  }
  expect(loggedAt(profile)).not.toContain('verb=hang-up')
  await expect(ana.ui.cancel).toBeHidden()
})

test('what can’t be meant ends with 1 and hands nothing over', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const profile = ana.electron?.profile ?? ''
  const { complaint } = terminal
  expect(await startedWith(profile, ['--call'])).toEqual({ code: 1, said: [complaint['link-missing']] })
  expect(await startedWith(profile, ['--call', 'Ben', '--mute'])).toEqual({
    code: 1,
    said: [complaint['not-a-link']],
  })
  expect(await startedWith(profile, [`parley:${'x'.repeat(10_000)}`])).toEqual({
    code: 1,
    said: [complaint['link-too-long']],
  })
  expect(loggedAt(profile)).not.toContain('asked from outside')
})

test('with none running, what is for a running one ends with 1 and opens nothing', async ({ atEnd }) => {
  const profile = freshProfile(atEnd)
  for (const word of ['--accept', '--decline', '--mute', '--unmute', '--hang-up'])
    expect(await startedWith(profile, [word])).toEqual({ code: 1, said: [terminal.notRunning] })
  expect(loggedAt(profile)).toBe('')
})

test('version and help are said at once, without touching the profile', async ({ atEnd }) => {
  const profile = freshProfile(atEnd)
  const version = await startedWith(profile, ['--version'])
  expect(version).toEqual({ code: 0, said: [expect.stringMatching(/^Parley \d+\.\d+\.\d+/)] })
  expect((await startedWith(profile, ['--help'])).code).toBe(0)
  expect(readdirSync(profile).filter((name) => name.startsWith('Singleton'))).toEqual([])
})

test('two starts at the same moment make one window', async ({ atEnd }) => {
  const profile = freshProfile(atEnd)
  const starts = await Promise.all([startPlainly(profile, []), startPlainly(profile, [])])
  for (const { stop } of starts) atEnd(stop)
  const first = await Promise.race(starts.map(({ ended }) => ended))
  expect(first).toEqual({ code: 0, said: [terminal.runsAlready] })
  await expect.poll(() => times(loggedAt(profile), 'window is up')).toBe(1)
  await expect.poll(() => times(loggedAt(profile), 'asked from outside verb=open\n')).toBe(1)
})

test('a start that only asks, beside one that opens, doesn’t take its window away', async ({ atEnd }) => {
  const profile = freshProfile(atEnd)
  const [asking, opening] = await Promise.all([startPlainly(profile, ['--mute']), startPlainly(profile, [])])
  atEnd(asking.stop)
  atEnd(opening.stop)
  await asking.ended
  await expect.poll(() => times(loggedAt(profile), 'window is up')).toBe(1)
})

test('a hidden start shows no window until it is asked for', async ({ atEnd }) => {
  const profile = freshProfile(atEnd)
  const { stop } = await startPlainly(profile, ['--hidden'])
  atEnd(stop)
  await expect.poll(() => loggedAt(profile)).toContain('window is up hidden=true')
  expect(await startedWith(profile, ['--open'])).toMatchObject({ code: 0 })
  await expect.poll(() => loggedAt(profile)).toContain('asked from outside verb=open\n')
})
