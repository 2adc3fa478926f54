// Microphones and speakers of a real sound server: what goes into one and comes out of another is measured there, so
// that a switch counts only when the sound moved.
import { ensureSystemPackages } from '../../build/setup/system-packages.mjs'
import { call, expectHears, expectSilence, ring } from '../fixtures/story'
import { expect, test as base } from '../fixtures/test'
import type { Person } from '../fixtures/person'
import { MICROPHONES, SPEAKERS, startSoundMachine, type SoundMachine } from './sound-machine'

/** Voice and ring tones are above it by far; an idle sink is exactly silent. */
const HEARD = 0.002
const LISTEN_MS = 1_500

interface Sound {
  readonly sound: SoundMachine
  /** Ana's computer has these devices; Ben is a guest with the browser's own fake ones. */
  readonly ana: Person
  readonly ben: Person
}

const test = base.extend<Sound>({
  sound: async ({ atEnd }, use) => {
    expect(await ensureSystemPackages(['sound'], { install: false })).toBe(true)
    const sound = await startSoundMachine()
    atEnd(sound.stop)
    await use(sound)
  },
  ana: async ({ join, sound }, use) => {
    // No fake devices: they would replace these too. So Ana has no camera.
    await use(await join({ name: 'Ana', host: 'electron', media: [], electron: { env: sound.env } }))
  },
  ben: async ({ join }, use) => {
    await use(await join({ name: 'Ben', host: 'browser' }))
  },
})

test('another microphone is heard at once, and the first no longer', async ({ sound, ana, ben }) => {
  sound.feed('travel')
  await call(ana, ben)
  await expectSilence(ben)
  await ana.ui.chooseDevice('microphone', MICROPHONES.travel)
  await expectHears(ben)
  await ana.ui.chooseDevice('microphone', MICROPHONES.desk)
  await expectSilence(ben)
})

test('another speaker plays the call, and the first falls silent', async ({ sound, ana, ben }) => {
  await call(ana, ben)
  await expect.poll(() => sound.listen('room', LISTEN_MS)).toBeGreaterThan(HEARD)
  await ana.ui.chooseDevice('microphone', SPEAKERS.ears)
  await expect.poll(() => sound.listen('ears', LISTEN_MS)).toBeGreaterThan(HEARD)
  // What was on its way to the first may still be played.
  await expect.poll(() => sound.listen('room', LISTEN_MS)).toBe(0)
})

test('a microphone pulled out without a word is replaced and told, and taken again when it is back', async ({
  sound,
  ana,
  ben,
}) => {
  sound.feed('travel')
  await call(ana, ben)
  await ana.ui.chooseDevice('microphone', MICROPHONES.travel)
  await expectHears(ben)
  await sound.unplug('travel')
  await expect(ana.page.getByText(`“${MICROPHONES.travel}” is gone`)).toBeVisible()
  await expectSilence(ben)
  await sound.plug('travel')
  await expectHears(ben)
  await expect(ana.page.getByText(`“${MICROPHONES.travel}” is gone`)).toBeHidden()
})

test('a call rings on the speaker until it is silenced, and no longer than the call', async ({
  sound,
  ana,
  ben,
}) => {
  await ring(ben, ana)
  await expect.poll(() => sound.listen('room', LISTEN_MS)).toBeGreaterThan(HEARD)
  await ana.page.keyboard.press('Escape')
  await expect.poll(() => sound.listen('room', LISTEN_MS)).toBe(0)
  await expect(ana.ui.incoming).toBeVisible()
  await ana.ui.decline.click()
  await ben.ui.closeEnd.click()
  await ring(ben, ana)
  await expect.poll(() => sound.listen('room', LISTEN_MS)).toBeGreaterThan(HEARD)
  await ana.ui.decline.click()
  await expect.poll(() => sound.listen('room', LISTEN_MS)).toBe(0)
})
