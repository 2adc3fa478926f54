// The picture that goes with a call, between a real app and a real guest: a stranger's isn't shown while it rings, and is in the
// call. And the one word that stays of the call's connection.
import { keptHistory } from '../fixtures/kept-history'
import type { Person } from '../fixtures/person'
import { expectInCall, hangUp } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

const ask = (person: Person, name: string, input: object | null = null): Promise<unknown> =>
  person.page.evaluate(
    `window.desktop.call(${JSON.stringify(name)}${input === null ? '' : `, ${JSON.stringify(input)}`})`,
  )

/** Runs in the page: 96 × 96 pixels of one colour. */
function drawPicture(): string {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 96
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.fillStyle = '#c03020'
  context.fillRect(0, 0, 96, 96)
  return canvas.toDataURL('image/jpeg', 0.8).split(',')[1] ?? ''
}

const picturesOf = ({ page }: Person) => page.locator('img[src^="data:image/jpeg"]')

test('a stranger’s picture is seen once the call is accepted', async ({ join }) => {
  test.setTimeout(120_000)
  const ben = await join({ name: 'Ben', host: 'electron' })
  const ana = await join({ name: 'Ana', host: 'browser' })
  const saved = (await ask(ben, 'pictures.save', { data: await ben.page.evaluate(drawPicture) })) as {
    readonly value: { readonly picture: string }
  }
  await ask(ben, 'settings.change', { picture: saved.value.picture })

  await ben.ui.callBySound(await ana.ui.ownLink())
  await expect(ana.ui.incoming).toContainText('Ben')
  await expect(picturesOf(ana)).toHaveCount(0)
  await ana.ui.acceptWithSound.click()
  await expectInCall(ana, ben)
  await expect(picturesOf(ana)).toHaveCount(1)

  await expect(ben.ui.duration).toHaveText(/0:(0[8-9]|[1-5]\d)/)
  await hangUp(ben, ana)
  // It is written a moment after the end is shown.
  const quality = async () => (await keptHistory(ben)).records[0]?.quality
  await expect.poll(quality).toMatch(/^(good|weak|poor)$/)
})
