// Files that mean harm, given to a real app: pictures that are none, bombs, animated or cut off, and a file of a million contacts
// with a few good ones. What is good is taken, the rest is told of, and what was there stays.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { peopleWords } from '../../shared/text/en-people'
import { text } from '../../shared/text/en'
import { ANA_FACE } from '../../renderer/gallery/people-faces'
import type { Person } from '../fixtures/person'
import { expect, test } from '../fixtures/test'

const words = peopleWords.picture
const SERVER = 'https://call.example.org/'
const idOf = (n: number): string => n.toString(16).padStart(32, '0')
const contact = (n: number, name: string, picture: string | null = null) => ({
  ...{ id: idOf(n), name, server: SERVER, addedAt: 5, favourite: false, notes: '', picture },
})

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(body.length, 0)
  ends.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}

const numbers = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeUInt32BE(value, at * 4))
  return bytes
}

/** Rows of one colour, as a PNG packs them. */
function packed(
  width: number,
  height: number,
  [red, green, blue]: readonly [number, number, number],
): Buffer {
  const row = Buffer.concat([Buffer.alloc(1), ...Array<Buffer>(width).fill(Buffer.from([red, green, blue]))])
  return deflateSync(Buffer.concat(Array<Buffer>(height).fill(row)))
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const header = (width: number, height: number): Buffer =>
  chunk('IHDR', Buffer.concat([numbers(width, height), Buffer.from([8, 2, 0, 0, 0])]))
const END = chunk('IEND', Buffer.alloc(0))

/** It says its size and brings next to nothing. */
const bomb = (width: number, height: number): Buffer =>
  Buffer.concat([SIGNATURE, header(width, height), chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))), END])

/** Red, then green, then red … */
function animated(): Buffer {
  const frame = (at: number): Buffer =>
    chunk('fcTL', Buffer.concat([numbers(at, 120, 120, 0, 0), Buffer.from([0, 1, 0, 10, 0, 0])]))
  return Buffer.concat([
    ...[SIGNATURE, header(120, 120), chunk('acTL', numbers(2, 0))],
    ...[frame(0), chunk('IDAT', packed(120, 120, [200, 20, 20]))],
    ...[frame(1), chunk('fdAT', Buffer.concat([numbers(2), packed(120, 120, [20, 200, 20])]))],
    END,
  ])
}

const REFUSED: readonly (readonly [what: string, bytes: Buffer, words: string])[] = [
  ['a text', Buffer.from('This is no picture.'), words.problems['not-a-picture']],
  ['a drawing with a script', Buffer.from('<svg onload="alert(1)"/>'), words.problems['not-a-picture']],
  ['a bomb', bomb(16_000, 16_000), words.problems['too-many-pixels']],
  ['20 000 pixels in a row', bomb(20_000, 1), words.problems['side-too-long']],
  ['one whose pixels are not there', bomb(3_000, 3_000).subarray(0, 60), words.problems.undecodable],
  ['half a photograph', Buffer.from(ANA_FACE, 'base64').subarray(0, 400), words.problems.undecodable],
]

const ask = ({ page }: Person, name: string, input: object): Promise<unknown> =>
  page.evaluate(`window.desktop.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`)

async function choose({ page }: Person, name: string, buffer: Buffer): Promise<void> {
  const files = page.getByRole('dialog').locator('input[type=file]').first()
  await files.setInputFiles({ name, mimeType: '', buffer })
}

/** What is large goes by its path: a driver takes half a minute to hand so many bytes over. */
async function chooseLarge({ page }: Person, path: string, content: Buffer | string): Promise<void> {
  writeFileSync(path, content)
  await page.getByRole('dialog').locator('input[type=file]').first().setInputFiles(path)
}

const press = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true }).click()

async function withContact(person: Person): Promise<void> {
  await ask(person, 'contacts.put', { contacts: [contact(1, 'Ben')] })
  await person.page.getByRole('tab', { name: text.home.contacts }).click()
}

/** The colour in the middle of the avatar in the dialog. */
const colourOf = ({ page }: Person): Promise<number[]> =>
  page.locator('.dialog .avatar img').evaluate((image: HTMLImageElement) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d')
    context?.drawImage(image, 40, 40, 1, 1, 0, 0, 1, 1)
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])]
  })

test('pictures that mean harm are refused in words, and an animated one stands still', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  await withContact(ana)
  await ana.page.getByRole('group', { name: 'Ben' }).press('Space')
  for (const [what, bytes, problem] of REFUSED) {
    await test.step(what, async () => {
      await choose(ana, 'face.png', bytes)
      await expect(ana.page.getByRole('alert').getByText(problem)).toBeVisible()
      await expect(ana.page.getByRole('button', { name: words.use })).toHaveCount(0)
      await press(ana, words.keep)
    })
  }
  await test.step('an animated one', async () => {
    await choose(ana, 'face.png', animated())
    await press(ana, words.use)
    await expect(ana.page.locator('.dialog .avatar img')).toBeVisible()
    const [red = 0, green = 0] = await colourOf(ana)
    expect(red).toBeGreaterThan(150)
    expect(green).toBeLessThan(80)
    expect(await ana.page.locator('.dialog .avatar img').getAttribute('src')).toContain('image/jpeg')
  })
})

test('a million contacts with good ones among them leave the window alive, and what was there whole', async ({
  join: arrive,
  atEnd,
}) => {
  test.setTimeout(120_000)
  const folder = mkdtempSync(join(tmpdir(), 'parley-files-'))
  atEnd(() => rmSync(folder, { recursive: true }))
  const ana = await arrive({ name: 'Ana', host: 'electron' })
  await withContact(ana)
  await press(ana, text.people.manage)

  await test.step('100 MB are refused at once', async () => {
    await chooseLarge(ana, join(folder, 'large.json'), Buffer.alloc(100_000_000, ' '))
    await expect(ana.page.getByText(peopleWords.importing.problems['too-large'])).toBeVisible()
  })

  const good = [
    contact(1, 'Not the Ben you know', bomb(16_000, 16_000).toString('base64')),
    contact(2, '<img src=x onerror="document.title=1">'),
    contact(3, 'Chidi', animated().toString('base64')),
    contact(4, 'Dalia', Buffer.from('no picture').toString('base64')),
  ].map((each) => JSON.stringify(each))
  const polluting = `{"id":"${idOf(5)}","name":"Eve","__proto__":{"favourite":true},"constructor":{"prototype":{"owned":1}}}`
  const lines = [...good, polluting, ...Array<string>(1_000_000).fill('{}')]
  const file = `{"format":"parley-contacts","v":1,"contacts":[\n${lines.join(',\n')}\n]}\n`
  await chooseLarge(ana, join(folder, 'contacts.json'), file)
  // The preview comes, and answers.
  await expect(ana.page.getByText(peopleWords.importing.fresh(4))).toBeVisible({ timeout: 60_000 })
  await expect(ana.page.getByText(peopleWords.importing.leftOut(1_000_000))).toBeVisible()
  await expect(ana.page.getByText(peopleWords.importing.line(7)).first()).toBeVisible()
  await ana.page.getByRole('button', { name: /^Take these/ }).click()
  const taken = peopleWords.importing.taken({ added: 4, changed: 1, withoutPicture: 2 })
  await expect(ana.page.getByText(taken).first()).toBeVisible()
  await press(ana, text.app.close)

  // Ben keeps his name; the hostile name is read, not run; nobody became a favourite by a prototype.
  for (const name of ['Ben', '<img src=x onerror="document.title=1">', 'Chidi', 'Dalia', 'Eve']) {
    await expect(ana.page.getByRole('group', { name, exact: true })).toBeVisible()
  }
  await expect(ana.page.getByRole('img', { name: text.people.favourite })).toHaveCount(0)
  await expect(ana.page.getByRole('group', { name: 'Chidi' }).locator('.avatar img')).toBeVisible()
  await expect(ana.page).toHaveTitle(text.app.name)
  expect(await ana.page.evaluate(`({}).owned`)).toBeUndefined()
})
