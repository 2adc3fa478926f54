// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, test } from 'vitest'
import type { Settings } from '../../shared/model/settings'
import { fail, ok } from '../../shared/result'
import { failureWords } from '../../shared/text/en-codes'
import { text } from '../../shared/text/en'
import { peopleWords } from '../../shared/text/en-people'
import { settingsWords as words } from '../../shared/text/en-settings'
import { MEMORY_STATE } from '../platform/memory-desktop'
import { FakeLocalMedia } from '../rtc/fakes/fake-local-media'
import { loadSettings, openSettings, settings, settle } from './testing/open-settings'
import { button, click, field, find, page, pressKey, type } from './testing/render-app'

const guest = { ...MEMORY_STATE.info, host: 'guest', platform: 'browser' } as const

loadSettings()

async function blur(element: HTMLElement): Promise<void> {
  await act(async () => element.blur())
}

async function choose(element: HTMLElement, value: string): Promise<void> {
  if (!(element instanceof HTMLSelectElement)) throw new Error('not a select')
  await act(async () => {
    element.value = value
    element.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

describe('each setting applies at once', () => {
  it('the look', async () => {
    const { askedOf } = await openSettings()
    await click(find('[role=radio]', text.settings.dark))
    expect(askedOf('settings.change')).toEqual([{ theme: 'dark' }])
    await settle()
    expect(document.documentElement.dataset['theme']).toBe('dark')
  })

  it('the name, when the field is left, and never to nothing', async () => {
    const { askedOf } = await openSettings('me')
    await type(field(text.settings.name), '  Ana\u202e Moreira ')
    await blur(field(text.settings.name))
    await type(field(text.settings.name), '  ')
    await blur(field(text.settings.name))
    expect(askedOf('settings.change')).toEqual([{ name: 'Ana Moreira' }])
  })

  it('words for declining; an empty one is ours', async () => {
    const { askedOf } = await openSettings('me')
    const second = field(words.me.message(2))
    expect(second.getAttribute('placeholder')).toBe(text.incoming.messages[1])
    await type(second, ' At lunch ')
    await blur(second)
    expect(askedOf('settings.change')).toEqual([{ declineMessages: ['', 'At lunch', ''] }])
  })

  it('and keeps the focus in the field where Enter applied it', async () => {
    const { askedOf } = await openSettings('me')
    await type(field(words.me.message(1)), 'At lunch')
    await pressKey('Enter')
    await settle()
    expect(askedOf('settings.change')).toEqual([{ declineMessages: ['At lunch', '', ''] }])
    expect(document.activeElement).toBe(field(words.me.message(1)))
    await click(button(words.reset))
    await settle()
    expect(field(words.me.message(1))).toHaveProperty('value', '')
  })

  it('unknown callers, ring time and connecting faster', async () => {
    const { askedOf } = await openSettings('calls')
    await click(find('label', words.calls.unknowns.list.title))
    await choose(find('select', words.calls.ring), '20')
    await click(find('[role=switch]', text.settings.prewarm))
    expect(askedOf('settings.change')).toEqual([
      { unknownCallers: 'list' },
      { ringSeconds: 20 },
      { prewarm: false },
    ])
  })

  it.each([
    ['the app', MEMORY_STATE.info],
    ['a guest', guest],
  ])('calls through the relay only, in %s', async (_, info) => {
    const { askedOf } = await openSettings('privacy', { host: { info } })
    const relay = () => find('[role=switch]', words.privacy.relay)
    await click(relay())
    await settle()
    expect(relay()).toHaveProperty('checked', true)
    await click(button(words.reset))
    await settle()
    expect(relay()).toHaveProperty('checked', false)
    expect(askedOf('settings.change')).toEqual([{ relayOnly: true }, { relayOnly: false }])
  })

  it('and what can’t be saved is said', async () => {
    const { client } = await openSettings()
    client.desktop.refuse('settings.change', 'disk-full')
    await click(find('[role=radio]', text.settings.dark))
    await settle()
    expect(page()).toContain(failureWords('disk-full'))
    expect(document.documentElement.dataset['theme']).not.toBe('dark')
  })
})

describe('a page is set back', () => {
  it('as a whole, and what it was comes back', async () => {
    const mine: Settings = { ...settings, ringSeconds: 20, unknownCallers: 'refuse', theme: 'dark' }
    const { state } = await openSettings('calls', { host: { settings: mine } })
    await click(button(words.reset))
    await settle()
    expect(state().settings).toEqual({ ...mine, ringSeconds: 45, unknownCallers: 'ring' })
    await click(button(words.undo))
    await settle()
    expect(state().settings).toEqual(mine)
  })

  it('is not offered where nothing would change', async () => {
    await openSettings('calls')
    expect(() => button(words.reset)).toThrow()
  })
})

describe('searching', () => {
  const search = () => field(words.search)

  it('filters pages and rows, and Enter goes to the first row', async () => {
    await openSettings()
    await type(search(), 'ring')
    expect(page()).toContain(words.rows.ring.title)
    expect(page()).not.toContain(words.rows.look.title)
    expect(() => button(words.pages.general)).toThrow()
    await pressKey('Enter')
    await settle()
    expect(find('h2', words.pages.devices)).toBeTruthy()
  })

  it('leads to the row that was chosen', async () => {
    await openSettings()
    await type(search(), 'delete')
    await click(button(words.rows.erase.title))
    await act(async () => new Promise<number>((drawn) => requestAnimationFrame(drawn)))
    expect(document.activeElement?.id).toBe('settings-erase')
  })

  it('opens no device by typing', async () => {
    const localMedia = new FakeLocalMedia('ana')
    await openSettings('general', { localMedia })
    await type(search(), 'camera')
    expect(localMedia.openings('camera')).toBe(0)
  })

  it('says where nothing is found', async () => {
    await openSettings()
    await type(search(), 'xyzzy')
    expect(page()).toContain(words.nothingFound('xyzzy'))
  })
})

describe('a new server', () => {
  const change = async () => {
    await click(button(text.reach.change))
    await click(find('label', text.reach.anywhere))
    await type(field(text.reach.address), 'call.example.org')
    await click(button(words.reach.test))
    await settle()
  }

  it('is tried before it is taken', async () => {
    const { asked, state } = await openSettings('reach')
    await change()
    expect(asked('testServer')).toEqual([['testServer', 'https://call.example.org/']])
    expect(state().settings.reach).toMatchObject({ mode: 'anywhere', server: 'https://call.example.org/' })
    expect(page()).toContain(words.reach.tested('call.example.org'))
    expect(page()).toContain(words.reach.sees.other('call.example.org'))
  })

  it('that fails is not taken, and what failed is said', async () => {
    const { state, client } = await openSettings('reach', {
      testServer: () => Promise.resolve(fail('wrong-audience')),
    })
    await change()
    expect(page()).toContain(failureWords('wrong-audience'))
    expect(page()).toContain(words.reach.still)
    expect(client.desktop.asked.some(({ name }) => name === 'reach.choose')).toBe(false)
    expect(state().settings.reach.mode).toBe('this-network')
  })

  it('of the plain kind is taken with a line on what it lacks', async () => {
    await openSettings('reach', { testServer: () => Promise.resolve(ok({ kind: 'stock' })) })
    await change()
    expect(page()).toContain(words.reach.stock)
  })

  it('inside the app needs no trial', async () => {
    const { asked, state } = await openSettings('reach')
    await click(button(text.reach.change))
    await click(find('label', text.reach.thisComputer))
    await click(button(text.reach.apply))
    await settle()
    expect(asked('testServer')).toEqual([])
    expect(state().settings.reach.mode).toBe('this-computer')
  })
})

describe('deleting everything', () => {
  it('asks first, with the focus on keeping', async () => {
    const { askedOf } = await openSettings('privacy')
    await click(button(words.privacy.erase))
    expect(document.activeElement?.textContent).toBe(words.privacy.keep)
    await click(button(words.privacy.keep))
    expect(askedOf('app.deleteEverything')).toHaveLength(0)
    await click(button(words.privacy.erase))
    await click(button(words.privacy.confirm))
    expect(askedOf('app.deleteEverything')).toHaveLength(1)
  })

  it('that fails says why', async () => {
    const { client } = await openSettings('privacy')
    client.desktop.refuse('app.deleteEverything', 'disk-failed')
    await click(button(words.privacy.erase))
    await click(button(words.privacy.confirm))
    await settle()
    expect(page()).toContain(failureWords('disk-failed'))
  })
})

describe('folders', () => {
  it('are shown with their path, and opened by the system', async () => {
    const { client } = await openSettings('privacy')
    await settle()
    expect(page()).toContain('/home/ana/.config/Parley')
    await click(button(words.privacy.open))
    expect(client.desktop.asked).toContainEqual({ name: 'app.openFolder', input: { folder: 'data' } })
    client.desktop.refuse('app.openFolder', 'internal')
    await click(button(words.privacy.open))
    await settle()
    expect(page()).toContain(words.privacy.openFailed)
  })
})

test('who is blocked stands with the calls, and can be let in again', async () => {
  const blocked = { id: 'b'.repeat(32), name: 'Ben', blockedAt: 0 }
  const contacts = { ...MEMORY_STATE.contacts, blocked: [blocked] }
  const { state } = await openSettings('calls', { host: { contacts } })
  await click(button(peopleWords.blocked.unblock('Ben')))
  await settle()
  expect(state().contacts.blocked).toEqual([])
})

test('a guest has the same pages, and reads what a guest doesn’t have', async () => {
  await openSettings('me', {
    host: {
      info: guest,
      about: { chromium: '', folders: null },
      reach: { mode: 'anywhere', home: { status: 'none' } },
    },
  })
  expect(page()).toContain(words.save.guest)
  expect(page()).toContain(words.save.guestRestore)
  for (const name of [words.save.begin, words.restore.begin]) expect(() => button(name)).toThrow()
  await click(button(words.pages.reach))
  for (const name of [text.reach.change]) expect(() => button(name)).toThrow()
  expect(page()).not.toContain(words.rows.stun.title)
  await click(button(words.pages.privacy))
  expect(page()).toContain(words.privacy.guestHint)
  await click(button(words.pages.about))
  expect(page()).not.toContain(words.rows.folders.title)
})
