// @vitest-environment happy-dom
import { describe, expect, it, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/model/settings'
import { failureWords } from '../../shared/text/en-codes'
import { text } from '../../shared/text/en'
import { settingsWords as words } from '../../shared/text/en-settings'
import { MEMORY_STATE } from '../platform/memory-desktop'
import { shortId } from '../ui/names'
import { loadSettings, openSettings, settings, settle } from './testing/open-settings'
import { button, click, field, page, renderApp, type } from './testing/render-app'

loadSettings()

describe('saving my identity', () => {
  const fill = async (passphrase: string, again = passphrase) => {
    await type(field(words.save.passphrase), passphrase)
    await type(field(words.save.again), again)
    await click(button(words.save.choosePlace))
    await settle()
  }
  const opened = async () => {
    const app = await openSettings('me')
    await click(button(words.save.begin))
    return { ...app, saves: () => app.askedOf('identity.save') }
  }

  it('wants a passphrase that isn’t short, twice the same', async () => {
    const { saves } = await opened()
    await fill('short')
    expect(page()).toContain(words.save.tooShort(12))
    await fill('three blind mice', 'three blind mica')
    expect(page()).toContain(words.save.differs)
    expect(saves()).toEqual([])
  })

  it('says how strong it is while it is typed', async () => {
    await opened()
    await type(field(words.save.passphrase), 'aaaaaaaaaaaaaa')
    expect(page()).toContain(words.save.strength.weak)
    await type(field(words.save.passphrase), 'six cheeses in 14 baskets at noon')
    expect(page()).toContain(words.save.strength.strong)
  })

  it('says under which name it was saved', async () => {
    const { saves } = await opened()
    await fill('three blind mice')
    expect(saves()).toEqual([{ passphrase: 'three blind mice' }])
    expect(page()).toContain(words.save.saved('parley-identity.json'))
    expect(() => field(words.save.passphrase)).toThrow()
  })

  it('says what failed', async () => {
    const { client } = await opened()
    client.desktop.refuse('identity.save', 'disk-full')
    await fill('three blind mice')
    expect(page()).toContain(failureWords('disk-full'))
  })
})

describe('restoring an identity', () => {
  const opened = async () => {
    const app = await openSettings('me')
    await click(button(words.restore.begin))
    return app
  }

  it('asks first, then for file and passphrase', async () => {
    const { client } = await opened()
    expect(page()).toContain(words.restore.questionNext)
    await click(button(words.restore.choose))
    await settle()
    expect(page()).toContain(words.restore.chosen('parley-identity.json'))
    await type(field(words.restore.passphrase), 'three blind mice')
    await click(button(words.restore.go))
    await settle()
    expect(page()).toContain(words.restore.done)
    expect(client.desktop.asked).toContainEqual({
      name: 'identity.restore',
      input: { passphrase: 'three blind mice' },
    })
  })

  it.each(['not-a-backup', 'backup-damaged', 'backup-newer'] as const)(
    'says of a file that it is %s',
    async (code) => {
      const { client } = await opened()
      client.desktop.refuse('identity.chooseSaved', code)
      await click(button(words.restore.choose))
      await settle()
      expect(page()).toContain(failureWords(code))
    },
  )

  it('says that a passphrase is wrong, and takes the next', async () => {
    const { client } = await opened()
    await click(button(words.restore.choose))
    await settle()
    client.desktop.refuse('identity.restore', 'passphrase-wrong')
    await type(field(words.restore.passphrase), 'wrong')
    await click(button(words.restore.go))
    await settle()
    expect(page()).toContain(failureWords('passphrase-wrong'))
    client.desktop.refuse('identity.restore', null)
    await type(field(words.restore.passphrase), 'right')
    await click(button(words.restore.go))
    await settle()
    expect(page()).toContain(words.restore.done)
  })
})

test('first start offers to restore a saved identity', async () => {
  await renderApp({ host: { settings: DEFAULT_SETTINGS } })
  await click(button(text.identity.restore))
  await settle()
  expect(page()).toContain(words.restore.ask)
})

test('first start keeps a name that was typed before restoring', async () => {
  const { client } = await renderApp({ host: { settings: DEFAULT_SETTINGS } })
  await type(field(text.firstStart.name), ' Ana ')
  await click(button(text.identity.restore))
  await settle()
  expect(client.desktop.state().settings.name).toBe('Ana')
})

describe('after an identity was restored', () => {
  const info = { ...MEMORY_STATE.info, restored: true }
  const id = shortId(MEMORY_STATE.identity.status === 'ready' ? MEMORY_STATE.identity.id : '')

  it('first start says whose link it is, with the name that was typed', async () => {
    await renderApp({ host: { info, settings: { ...DEFAULT_SETTINGS, name: 'Ana' } } })
    expect(page()).toContain(text.firstStart.restored(id))
    expect(field(text.firstStart.name)).toHaveProperty('value', 'Ana')
  })

  it('home says that this link rings here, once it does, until it is read', async () => {
    await renderApp({ host: { info, settings }, connection: { home: { status: 'open' } } })
    expect(page()).toContain(text.banner.restored(id))
    await click(button(text.app.dismiss))
    expect(page()).not.toContain(text.banner.restored(id))
  })
})

test('a key that can’t be replaced by a saved one', async () => {
  const identity = { status: 'unreadable', detail: 'cut off' } as const
  const { client } = await renderApp({ host: { settings, identity } })
  await click(button(text.identity.restore))
  await settle()
  await click(button(words.restore.choose))
  await settle()
  await type(field(words.restore.passphrase), 'three blind mice')
  await click(button(words.restore.go))
  await settle()
  expect(client.identity.getState().status).toBe('ready')
})
