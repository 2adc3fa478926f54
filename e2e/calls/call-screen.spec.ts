// What one does with the screen of a running call, on both hosts: the own picture is moved, held back sound is let go.
import type { Page } from '@playwright/test'
import type { Person } from '../fixtures/person'
import { call, expectHears, expectInCall, ring } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

interface Place {
  readonly left: boolean
  readonly top: boolean
}

/** Which quarter of the window the middle of the own picture is in; it glides there. */
async function placeOf({ ui, page }: Person): Promise<Place> {
  const box = await ui.ownPictureBox.boundingBox()
  if (box === null) throw new Error('no own picture')
  const { width, height } = await sizeOf(page)
  return { left: box.x + box.width / 2 < width / 2, top: box.y + box.height / 2 < height / 2 }
}

const sizeOf = (page: Page): Promise<{ readonly width: number; readonly height: number }> =>
  page.evaluate(() => ({ width: innerWidth, height: innerHeight }))

/** Of the window, from 0 to 1 on either axis. */
async function dragTo({ ui, page }: Person, x: number, y: number): Promise<void> {
  const { width, height } = await sizeOf(page)
  await ui.ownPictureBox.hover()
  await page.mouse.down()
  await page.mouse.move(width * x, height * y, { steps: 5 })
  await page.mouse.up()
}

test('the own picture is dragged into any corner, and moved by arrow keys', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  const ben = await join({ name: 'Ben', host: 'browser' })
  await call(ana, ben)
  for (const person of [ana, ben]) {
    await expect(person.ui.ownPicture).toBeVisible()
    await expect.poll(() => placeOf(person)).toEqual({ left: false, top: false })
    for (const [x, y] of [
      [0.2, 0.2],
      [0.8, 0.3],
      [0.3, 0.8],
    ] as const) {
      await dragTo(person, x, y)
      await expect.poll(() => placeOf(person)).toEqual({ left: x < 0.5, top: y < 0.5 })
    }
    await person.ui.ownPictureBox.press('ArrowUp')
    await expect.poll(() => placeOf(person)).toEqual({ left: true, top: true })
    await person.ui.ownPictureBox.press('ArrowRight')
    await expect.poll(() => placeOf(person)).toEqual({ left: false, top: true })
  }
})

test('sound that the browser holds back is told, and plays when it is pressed', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'browser', guest: { autoplay: 'by-press' } })
  const ben = await join({ name: 'Ben', host: 'electron' })
  await ring(ana, ben)
  // A press counts for five seconds, and so does a look by the test: from here on Ana's page is left alone.
  await ben.page.waitForTimeout(5_500)
  await ben.ui.acceptWithVideo.click()
  await ben.ui.expectAwake(ben.ui.duration)
  await expectInCall(ana, ben)
  await expect(ana.ui.soundBlocked).toBeVisible()
  await expect(ana.ui.remoteSound).toHaveJSProperty('paused', true)
  await ana.ui.playSound.click()
  await expect(ana.ui.soundBlocked).toBeHidden()
  await expectHears(ana)
})
