// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { SelfTest, TestStep } from '../../shared/model/self-test'
import { selfTestWords as words } from '../../shared/text/en-self-test'
import { settingsWords } from '../../shared/text/en-settings'
import { MEMORY_STATE, type MemoryDesktop } from '../platform/memory-desktop'
import { loadSettings, openSettings, settle } from './testing/open-settings'
import { button, click, page } from './testing/render-app'

loadSettings()

const FAILED: readonly TestStep[] = [
  { step: 'server', found: 'not-connected', ms: null },
  { step: 'ringer', found: 'muted', label: 'Desk' },
  { step: 'quiet', found: 'by-hand' },
  { step: 'login', found: { is: 'off', why: null } },
]
const over = (steps: readonly TestStep[]): SelfTest => ({
  is: 'over',
  report: { atMs: Date.UTC(2026, 0, 1, 14, 6), answered: false, steps: [...steps] },
})

async function opened(selfTest: SelfTest) {
  const app = await openSettings('ringing', { host: { selfTest } })
  await settle()
  return app
}

const said = (): string =>
  Array.from(document.querySelectorAll('[aria-live=polite]'), ({ textContent }) => textContent).join(' ')

async function ends(desktop: MemoryDesktop, steps: readonly TestStep[]): Promise<void> {
  await act(async () => {
    desktop.emit('selftest.changed', { is: 'running', part: 'looking' })
    desktop.emit('selftest.changed', over(steps))
  })
  await settle()
}

describe('ring me in 10 seconds', () => {
  it('begins, counts down, and is called off, by one button that keeps the focus', async () => {
    const { askedOf, client } = await opened({ is: 'idle' })
    button(words.begin).focus()
    await click(button(words.begin))
    await settle()
    expect(askedOf('selftest.begin')).toHaveLength(1)
    expect(page()).toContain(words.counting(10))
    expect(document.activeElement).toBe(button(words.cancel))
    await act(async () => client.desktop.emit('selftest.changed', { is: 'running', part: 'ringing' }))
    expect(page()).toContain(words.running.ringing)
    await click(button(words.endRing))
    expect(askedOf('selftest.cancel')).toHaveLength(1)
  })

  it.each(['in-call', 'rings'] as const)('says why not now: %s', async (refused) => {
    const { client } = await opened({ is: 'idle' })
    await act(async () => client.selfTest.setState({ refused }))
    expect(page()).toContain(words.refused[refused])
  })

  it('is over where it was begun, and can be begun anew', async () => {
    const { client } = await opened({ is: 'idle' })
    await ends(client.desktop, [{ step: 'tray', found: 'none' }])
    expect(page()).toContain(words.tray.none.hint)
    expect(button(words.again)).toBeTruthy()
    // Its words come a moment later.
    await vi.waitFor(async () => {
      await settle()
      expect(said()).toContain(words.titles.silent)
    })
  })

  it('is shown when it is over, wherever one is, and said', async () => {
    const app = await openSettings('general')
    await click(button(settingsWords.back))
    await ends(app.client.desktop, FAILED)
    await settle()
    expect(page()).toContain(words.titles.silent)
    expect(button(settingsWords.pages.ringing).getAttribute('aria-current')).toBe('page')
  })

  it('is shown though the settings are open at something else', async () => {
    const app = await openSettings('general')
    await ends(app.client.desktop, FAILED)
    await settle()
    expect(button(settingsWords.pages.ringing).getAttribute('aria-current')).toBe('page')
    expect(page()).toContain(words.titles.silent)
  })

  it('that was over before this page was loaded isn’t shown again', async () => {
    const app = await openSettings('general')
    await click(button(settingsWords.back))
    await act(async () => app.client.desktop.emit('selftest.changed', over(FAILED)))
    await settle()
    expect(page()).not.toContain(words.titles.silent)
  })

  it('is nothing for a guest', async () => {
    await openSettings('ringing', {
      host: { info: { ...MEMORY_STATE.info, host: 'guest', platform: 'browser' } },
    })
    expect(page()).not.toContain(words.begin)
  })
})

describe('what a step offers', () => {
  it('is done, and said: start at login, no more do not disturb, connecting again', async () => {
    const { askedOf, client, state } = await opened(over(FAILED))
    await click(button(words.remedies['start-at-login']))
    await settle()
    expect(askedOf('login.set')).toEqual([{ on: true }])
    expect(page()).toContain(words.done)
    expect(document.activeElement).toBe(button(words.again))
    await click(button(words.remedies['end-quiet']))
    await settle()
    expect(state().settings.doNotDisturb.on).toBe(false)
    await click(button(words.remedies.reconnect))
    expect(client.asked).toContainEqual(['retryHome'])
  })

  it.each([
    ['login.set', 'start-at-login'],
    ['settings.change', 'end-quiet'],
  ] as const)('says why it didn’t do: %s', async (refused, remedy) => {
    const { client } = await opened(over(FAILED))
    client.desktop.refuse(refused, 'disk-full')
    await click(button(words.remedies[remedy]))
    await settle()
    expect(page()).not.toContain(words.done)
    expect(document.querySelector('.selftest [role=alert]')?.textContent).not.toBe('')
  })

  it('leads to where a ringer is chosen', async () => {
    await opened(over(FAILED))
    await click(button(words.remedies['choose-ringer']))
    await settle()
    expect(button(settingsWords.pages.devices).getAttribute('aria-current')).toBe('page')
  })
})
