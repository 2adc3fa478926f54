// Calls by people who have nothing to speak into or to look into, or may not use it: the call goes on with what there is.
import { deviceTroubleWords } from '../../shared/text/en-codes'
import { launchGuest } from '../fixtures/guest-client'
import type { Person } from '../fixtures/person'
import { screensOf } from '../fixtures/screens-model'
import { call, expectHears, expectSees, expectSilence, hangUp } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

test('in the app without any device one still hears and sees the other, and is told what is missing', async ({
  join,
}) => {
  const nowhere = { PULSE_SERVER: 'unix:/nonexistent' }
  const ana = await join({ name: 'Ana', host: 'electron', media: [], electron: { env: nowhere } })
  const ben = await join({ name: 'Ben', host: 'browser' })
  await call(ana, ben)
  await expectSees(ana, ben)
  for (const kind of ['microphone', 'camera'] as const)
    await ana.ui.expectAwake(ana.page.getByText(deviceTroubleWords(kind, 'device-missing', 'Linux')))
  await expect(ben.ui.cameraIsOff('Ana')).toBeVisible()
  await expectSilence(ben)
  await hangUp(ana, ben)
})

test('a guest who allows nothing can call, and join in once it is allowed', async ({
  join,
  server,
  atEnd,
}) => {
  const guest = await launchGuest({ url: server.baseUrl, permissions: [] })
  atEnd(guest.stop)
  const ui = screensOf(guest.page)
  const ana: Person = {
    name: 'Ana',
    host: 'browser',
    ...{ page: guest.page, ui, lines: guest.lines, stop: guest.stop, guest, electron: null },
    changeNetwork: () => Promise.resolve(),
  }
  await ui.answerGuestStart('Ana')
  const ben = await join({ name: 'Ben', host: 'browser' })
  await call(ana, ben)
  await expectSees(ana, ben)
  const reason = guest.page.getByText(deviceTroubleWords('microphone', 'permission-denied', 'browser'))
  await ui.expectAwake(reason)
  await guest.context.grantPermissions(['microphone', 'camera'])
  const note = reason.locator('xpath=ancestor::*[.//button][1]')
  await ui.pressAwake(note.getByRole('button', { name: 'Try again' }))
  await expect(reason).toBeHidden()
  await expectHears(ben)
})
