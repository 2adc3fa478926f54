// A machine that moves to another network, as a laptop between two rooms: what is sent to where it was is lost without a word.
import { startServer } from '../../build/setup/server-process.mjs'
import { appWindow } from '../fixtures/app-window'
import { expect, test } from '../fixtures/test'
import { startLink } from './link'
import { needsLink } from './needs-link'

const OPENED = 'server status=open'

test('a hidden app that moved to another network is rung there, and again after it was offline', async ({
  join,
  atEnd,
}) => {
  needsLink()
  test.setTimeout(150_000)
  const link = await startLink()
  atEnd(link.stop)
  const own = await startServer({ args: ['--host', link.serverAddress] })
  atEnd(own.stop)
  const server = `http://${link.serverAddress}:${String(own.port)}/`
  const ana = await join({ name: 'Ana', host: 'electron', server })
  const ben = await join({ name: 'Ben', host: 'electron', server, electron: { side: link.a } })
  const address = await ben.ui.ownLink()
  const opened = () => ben.lines().filter((line) => line.includes(OPENED)).length
  if (!ben.electron) throw new Error('no Electron')
  await appWindow(ben.electron.app).hide()

  async function ringsAfter(change: () => Promise<void>): Promise<void> {
    const before = opened()
    await change()
    await expect.poll(opened).toBeGreaterThan(before)
    await ana.ui.callBySound(address)
    await expect(ana.ui.ringsThere).toBeVisible()
    await ana.ui.cancel.click()
    await expect(ana.ui.linkField).toBeVisible()
  }
  await ringsAfter(() => link.moveTo(link.movedAddress))
  await ringsAfter(async () => {
    const lost = () => ben.lines().filter((line) => line.includes('server status=waiting')).length
    const before = lost()
    await link.moveTo()
    await expect.poll(lost).toBeGreaterThan(before)
    await link.moveTo(link.a.address)
  })
})
