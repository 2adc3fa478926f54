// The whole way once without a mouse: first start, call, share, hang up, history, settings. At each step what has the focus is
// named by role and name, as assistive technology reads it; two people at two apps, both by keyboard.
import { text } from '../../shared/text/en'
import { pickerWords } from '../../shared/text/en-picker'
import { settingsWords } from '../../shared/text/en-settings'
import { launchElectron } from '../fixtures/electron-client'
import { personAt, type Person } from '../fixtures/person'
import { expect, test } from '../fixtures/test'
import { startTestWindows } from '../windows/test-windows'
import { COUNT_POINTERS, keyboardOf, type Keyboard } from './keyboard'

const LETTER = { title: 'Letter', program: 'writer', width: 640, height: 420, x: 20, y: 20, fps: 5 }

interface Walker {
  readonly person: Person
  readonly keys: Keyboard
}

async function start(name: string): Promise<Walker> {
  const person = personAt(await launchElectron({ initScript: COUNT_POINTERS }), name)
  return { person, keys: keyboardOf(person.page) }
}

async function answerFirstStart({ person, keys }: Walker, server: string): Promise<void> {
  await keys.isAt('textbox', text.firstStart.name)
  await keys.type(person.name)
  await keys.press('Tab')
  await keys.arrowTo('ArrowDown', 'radio', new RegExp(text.reach.anywhere))
  await keys.tabTo('textbox', text.reach.address)
  await keys.type(server)
  await keys.tabTo('button', text.firstStart.start)
  await keys.press('Enter')
  await person.ui.ownLink()
}

/** By the clipboard that both have. */
async function callByLink(ana: Walker, ben: Walker): Promise<void> {
  const link = await ben.person.ui.ownLink()
  await ben.keys.press('Control+Shift+C')
  await expect
    .poll(() => ana.person.electron?.app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe(link)
  await ana.keys.press('Control+l')
  await ana.keys.isAt('textbox', text.callBox.field)
  await ana.keys.press('Control+v')
  await expect(ana.person.ui.linkField).toHaveValue(link)
  await ana.keys.tabTo('button', text.callBox.call)
  await ana.keys.press('Enter')
}

test('first start, call, share, hang up, history and settings, all without a mouse', async ({
  server,
  atEnd,
}, info) => {
  test.setTimeout(180_000)
  const windows = startTestWindows()
  atEnd(windows.stop)
  await windows.open(LETTER)
  const [ana, ben] = await Promise.all([start('Ana'), start('Ben')])
  for (const { person } of [ana, ben]) {
    atEnd(person.stop)
    atEnd(async () => {
      await person.page.screenshot({ path: info.outputPath(`${person.name}.png`) })
    })
  }

  await test.step('first start', async () => {
    await answerFirstStart(ana, server.baseUrl)
    await answerFirstStart(ben, server.baseUrl)
  })

  await test.step('a call by a copied link, accepted at the other side', async () => {
    await callByLink(ana, ben)
    await ben.keys.isAt('alertdialog', 'Ana')
    await ben.keys.tabTo('button', text.incoming.acceptVideo)
    await ben.keys.press('Enter')
    // Not by how long it lasts, which leaves with the controls.
    await expect(ana.person.ui.inCallWith('Ben')).toBeVisible()
    await expect(ben.person.ui.inCallWith('Ana')).toBeVisible()
    await ana.keys.isAt('main', text.call.label('Ben'))
  })

  await test.step('mute by its button: the focus stays, the name says what it does now', async () => {
    await ana.keys.tabTo('button', text.call.mute)
    await ana.keys.press('Space')
    await ana.keys.isAt('button', text.call.unmute)
    await ana.keys.press('Space')
    await ana.keys.isAt('button', text.call.mute)
  })

  await test.step('a window is searched, chosen, shared, and no longer shared', async () => {
    await ana.keys.tabTo('button', text.share.open)
    await ana.keys.press('Enter')
    await ana.keys.isAt('searchbox', pickerWords.search)
    await ana.keys.type('Letter')
    await expect(ana.person.page.getByRole('option', { name: 'Letter' })).toBeVisible()
    await ana.keys.press('ArrowDown')
    await ana.keys.isAt('listbox', pickerWords.windows)
    await expect(ana.person.page.getByLabel(pickerWords.preview('Letter'))).toBeVisible()
    await ana.keys.tabTo('button', pickerWords.go.start.window)
    await ana.keys.press('Enter')
    await ana.keys.isAt('button', text.share.switch)
    await expect(ben.person.page.getByLabel(text.viewing.area('Ana'))).toBeVisible()
    await ana.keys.tabTo('button', text.share.stop)
    await ana.keys.press('Enter')
    await ana.keys.isAt('button', text.share.open)
  })

  await test.step('hanging up leads to the end, and back home', async () => {
    await ana.keys.tabTo('button', text.call.hangUp)
    await ana.keys.press('Enter')
    await expect(ana.person.ui.endedBecause('ended-by-me', 'Ben', true)).toBeVisible()
    await ana.keys.tabTo('button', text.ended.close)
    await ana.keys.press('Enter')
    await ben.keys.tabTo('button', text.ended.close)
    await ben.keys.press('Enter')
  })

  await test.step('the call stands in the history and can be called back', async () => {
    await ana.keys.tabTo('tab', text.home.recent)
    await ana.keys.tabTo('group', /Ben/)
    await ana.keys.press('ArrowRight')
    await ana.keys.press('ArrowLeft')
    await ana.keys.isAt('group', /Ben/)
  })

  await test.step('a setting is found, changed, and the focus comes back', async () => {
    await ana.keys.press('Control+,')
    await expect(ana.person.page.getByRole('dialog', { name: text.settings.title })).toBeVisible()
    await ana.keys.tabTo('radio', text.settings.system)
    await ana.keys.arrowTo('ArrowRight', 'radio', text.settings.dark)
    await expect(ana.person.page.locator('html[data-theme="dark"]')).toBeVisible()
    await ana.keys.tabTo('button', settingsWords.back)
    await ana.keys.press('Enter')
    await expect(ana.person.page.getByRole('dialog')).toBeHidden()
    await ana.keys.isAt('group', /Ben/)
  })

  await test.step('all keys by ?, and away again', async () => {
    await ana.keys.press('?')
    await expect(ana.person.page.getByRole('dialog', { name: text.keys.title })).toBeVisible()
    await ana.keys.press('Escape')
    await expect(ana.person.page.getByRole('dialog')).toBeHidden()
  })

  expect([await ana.keys.pointers(), await ben.keys.pointers()]).toEqual([0, 0])
})
