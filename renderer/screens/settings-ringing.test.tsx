// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, onTestFinished, test, vi } from 'vitest'
import { LOGIN_LACKS, LOGIN_OFF_REASONS, type LoginState } from '../../shared/model/login'
import { failureWords } from '../../shared/text/en-codes'
import { text } from '../../shared/text/en'
import { settingsWords as words } from '../../shared/text/en-settings'
import { MEMORY_STATE } from '../platform/memory-desktop'
import { loadSettings, openSettings, settings, settle } from './testing/open-settings'
import { button, click, find, page, pressKey } from './testing/render-app'

const guest = { ...MEMORY_STATE.info, host: 'guest', platform: 'browser' } as const
const { ringing, keys, login } = words

loadSettings()

const toggle = (name: string) => find('[role=switch]', name)
const isOn = (name: string): boolean => {
  const input = toggle(name)
  return input instanceof HTMLInputElement && input.checked
}

describe('starting at login', () => {
  const opened = async (state: LoginState) => {
    const app = await openSettings('general', { host: { login: state } })
    await settle()
    return app
  }

  it('is what the system has set, and is changed there', async () => {
    const { askedOf } = await opened({ is: 'off', why: null })
    expect(isOn(login.label)).toBe(false)
    await click(toggle(login.label))
    await settle()
    expect(askedOf('login.set')).toEqual([{ on: true }])
    expect(isOn(login.label)).toBe(true)
  })

  it('slides back where it is refused, and says why', async () => {
    const { client } = await opened({ is: 'off', why: null })
    client.desktop.refuse('login.set', 'disk-failed')
    await click(toggle(login.label))
    await settle()
    expect(isOn(login.label)).toBe(false)
    expect(page()).toContain(failureWords('disk-failed'))
  })

  it.each(LOGIN_OFF_REASONS)('that is off because of %s says so', async (why) => {
    await opened({ is: 'off', why })
    expect(isOn(login.label)).toBe(false)
    expect(page()).toContain(login.off[why])
  })

  it('that waits for the user isn’t on', async () => {
    await opened({ is: 'needs-approval' })
    expect(isOn(login.label)).toBe(false)
    expect(page()).toContain(login.needsApproval)
  })

  it.each(LOGIN_LACKS)('that can’t be because of %s says so and can’t be pressed', async (why) => {
    await opened({ is: 'unavailable', why })
    expect(toggle(login.label)).toHaveProperty('disabled', true)
    expect(page()).toContain(login.unavailable[why])
  })

  it('is read anew when the user comes back', async () => {
    const { askedOf } = await opened({ is: 'needs-approval' })
    const before = askedOf('login.read').length
    await act(async () => {
      window.dispatchEvent(new Event('focus'))
    })
    await settle()
    expect(askedOf('login.read')).toHaveLength(before + 1)
  })
})

describe('the ring tone', () => {
  it('is chosen, and applies at once', async () => {
    const { askedOf } = await openSettings('ringing')
    await click(find('label', ringing.tones.marimba))
    expect(askedOf('settings.change')).toEqual([{ ringTone: 'marimba' }])
  })

  it('is heard on the ringer, as loud as it rings, one at a time', async () => {
    const played: { volume: number; sink: string; over: boolean }[] = []
    class FakeAudio extends EventTarget {
      volume = 1
      readonly #own = { volume: 1, sink: '', over: false }
      setSinkId(sink: string) {
        this.#own.sink = sink
        return Promise.resolve()
      }
      play() {
        this.#own.volume = this.volume
        played.push(this.#own)
        return Promise.resolve()
      }
      pause() {
        this.#own.over = true
      }
    }
    vi.stubGlobal('Audio', FakeAudio)
    onTestFinished(() => void vi.unstubAllGlobals())
    await openSettings('ringing', { host: { settings: { ...settings, ringVolume: 0.4 } } })
    await click(button(ringing.play(ringing.tones.bell)))
    await settle()
    expect(played).toMatchObject([{ volume: 0.4, over: false }])
    await click(button(ringing.play(ringing.tones.chime)))
    await settle()
    expect(played.map(({ over }) => over)).toEqual([true, false])
    await click(button(ringing.stop(ringing.tones.chime)))
    expect(played.map(({ over }) => over)).toEqual([true, true])
    expect(() => button(ringing.stop(ringing.tones.chime))).toThrow()
  })

  it('is as loud as the slider says', async () => {
    const { state } = await openSettings('ringing')
    const slider = find('input[type=range]', ringing.volume)
    await act(async () => slider.focus())
    await pressKey('ArrowLeft')
    await settle()
    expect(state().settings.ringVolume).toBe(0.75)
    await pressKey('Home')
    await settle()
    expect(page()).toContain(ringing.silent)
  })
})

describe('do not disturb', () => {
  it('is set with its end, and the rest by switches', async () => {
    const { askedOf } = await openSettings('ringing')
    const select = find('select', ringing.quiet.label)
    if (!(select instanceof HTMLSelectElement)) throw new Error('not a select')
    await act(async () => {
      select.value = 'forever'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await settle()
    await click(toggle(ringing.quiet.favourites))
    await settle()
    const wish = { ...settings.doNotDisturb, on: true, untilMs: null }
    expect(askedOf('settings.change')).toEqual([
      { doNotDisturb: wish },
      { doNotDisturb: { ...wish, favouritesRing: false } },
    ])
  })
})

test('callers are told only where it is wished, and what can’t be hidden is said', async () => {
  const { askedOf } = await openSettings('ringing')
  expect(page()).toContain(ringing.proofAnyway)
  await click(toggle(ringing.proof))
  expect(askedOf('settings.change')).toEqual([{ ringProof: false }])
})

describe('global keys', () => {
  const field = (what: 'accept' | 'decline' | 'mute', shown: string = keys.none) =>
    button(keys.choose(keys.names[what], shown))

  it('are pressed to be chosen, and rest meanwhile', async () => {
    const { askedOf } = await openSettings('keys')
    await click(field('mute'))
    expect(page()).toContain(keys.listeningHint)
    await pressKey('Control', { ctrlKey: true })
    await pressKey('m', { ctrlKey: true, altKey: true })
    await settle()
    expect(askedOf('settings.change')).toEqual([
      { globalKeys: { accept: null, decline: null, mute: 'Ctrl+Alt+M' } },
    ])
    expect(askedOf('keys.pause').slice(-2)).toEqual([{ paused: true }, { paused: false }])
    expect(field('mute', 'Ctrl Alt M')).toBeTruthy()
  })

  const mine = { ...settings, globalKeys: { accept: 'Ctrl+Alt+A', decline: null, mute: null } }

  it('stay with Esc, which closes nothing else, and go with Backspace', async () => {
    const { askedOf } = await openSettings('keys', { host: { settings: mine } })
    await click(field('accept', 'Ctrl Alt A'))
    await pressKey('Escape')
    await settle()
    expect(find('h2', words.pages.keys)).toBeTruthy()
    expect(askedOf('settings.change')).toEqual([])
    await click(field('accept', 'Ctrl Alt A'))
    await pressKey('Backspace')
    expect(askedOf('settings.change')).toEqual([{ globalKeys: { accept: null, decline: null, mute: null } }])
  })

  it('that can’t be taken say why, and listening goes on', async () => {
    const { askedOf } = await openSettings('keys', { host: { settings: mine } })
    await click(field('mute'))
    await pressKey('m')
    expect(page()).toContain(keys.needsModifier)
    await pressKey('ö', { ctrlKey: true })
    expect(page()).toContain(keys.unusable)
    await pressKey('a', { ctrlKey: true, altKey: true })
    expect(page()).toContain(keys.isOurs('Ctrl Alt A', keys.names.accept))
    expect(askedOf('settings.change')).toEqual([])
  })

  it.each(['works', 'taken', 'not-here'] as const)('say what became of them: %s', async (is) => {
    const { client } = await openSettings('keys', { host: { settings: mine } })
    await act(async () => client.desktop.emit('keys.changed', { accept: is, decline: 'none', mute: 'none' }))
    expect(page()).toContain(keys.states[is]('Ctrl Alt A'))
  })

  it('are let work again when the page is left in the middle', async () => {
    const { askedOf } = await openSettings('keys')
    await click(field('mute'))
    await click(button(words.pages.general))
    expect(askedOf('keys.pause').at(-1)).toEqual({ paused: false })
  })
})

test('single letters are switched off here too', async () => {
  const { askedOf } = await openSettings('keys')
  await click(toggle(text.keys.letters))
  expect(askedOf('settings.change')).toEqual([{ letterKeys: false }])
})

test('a guest reads of nothing that only the app has', async () => {
  await openSettings('general', { host: { info: guest, about: { chromium: '', folders: null } } })
  expect(page()).not.toContain(login.label)
  await click(button(words.pages.ringing))
  for (const only of [ringing.proof, ringing.quiet.followSystem]) expect(page()).not.toContain(only)
  await click(button(words.pages.keys))
  expect(page()).not.toContain(words.rows.globalKeys.title)
  expect(page()).toContain(text.keys.letters)
})
