// The server inside the app ends by itself: a call that came over it goes on, and the server is there again, or the person
// is told why not and can try again.
import { createServer, type Server, type Socket } from 'node:net'
import type { ElectronApplication } from '@playwright/test'
import { text } from '../../shared/text/en'
import type { Person } from '../fixtures/person'
import { call, expectSees, hangUp } from '../fixtures/story'
import { expect, test } from '../fixtures/test'

/** As the system names its process. */
const SERVER = 'Parley signalling server'
/** A second until it is started again, and what a busy machine needs for that. */
const BACK_MS = 20_000

/** As if the system had ended it: nothing is said before. */
async function crashServer(app: ElectronApplication): Promise<void> {
  process.kill(await serverOf(app), 'SIGKILL')
}

async function serverOf(app: ElectronApplication): Promise<number> {
  const metrics = await app.evaluate(({ app: inside }) => inside.getAppMetrics())
  const server = metrics.find(({ name }) => name === SERVER)
  if (server === undefined) throw new Error('no server process')
  return server.pid
}

/** Its server is gone and somebody else has its port. The app stands still meanwhile: a second later it would take it again. */
async function loseServer(app: ElectronApplication, port: number): Promise<Server> {
  const server = await serverOf(app)
  app.process().kill('SIGSTOP')
  process.kill(server, 'SIGKILL')
  try {
    return await squat(port)
  } finally {
    app.process().kill('SIGCONT')
  }
}

function appOf({ electron }: Person): ElectronApplication {
  if (!electron) throw new Error('no Electron')
  return electron.app
}

const portOf = (link: string): number => Number(new URL(new URL(link).searchParams.get('server') ?? '').port)

/** Takes the port as soon as it is free, and answers nobody. */
async function squat(port: number): Promise<Server> {
  const server = createServer((socket: Socket) => socket.destroy())
  const listens = (): Promise<boolean> =>
    new Promise((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => resolve(true))
    })
  await expect.poll(listens, { intervals: [20] }).toBe(true)
  return server
}

test('its crash ends no call, and the same link rings again soon', async ({ join }) => {
  const ana = await join({ name: 'Ana', host: 'electron', reach: { mode: 'this-computer' } })
  const ben = await join({ name: 'Ben', host: 'electron', reach: { mode: 'this-computer' } })
  const link = await ben.ui.ownLink()
  await call(ana, ben)
  const before = ben.lines().length
  await crashServer(appOf(ben))
  const since = (): string => ben.lines().slice(before).join('\n')
  await expect.poll(since).toContain('home status=starting')
  await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
  await expect.poll(since, { timeout: BACK_MS }).toContain('home status=ready')
  await Promise.all([expectSees(ana, ben), expectSees(ben, ana)])
  await hangUp(ana, ben)
  for (const { ui } of [ana, ben]) await ui.closeEnd.click()
  await expect(ben.ui.nobodyCanRing).toBeHidden({ timeout: BACK_MS })
  expect(await ben.ui.ownLink()).toBe(link)
  await call(ana, ben)
  await hangUp(ben, ana)
})

test('if it can’t come back, the reason and a retry stand there', async ({ join, atEnd }) => {
  const ana = await join({ name: 'Ana', host: 'electron', reach: { mode: 'this-computer' } })
  const link = await ana.ui.ownLink()
  const port = portOf(link)
  const squatter = await loseServer(appOf(ana), port)
  atEnd(() => void squatter.close())
  const reason = ana.page.getByText(text.banner.portTaken(port))
  await expect(reason).toBeVisible({ timeout: BACK_MS })
  await expect(ana.ui.linkField).toBeEditable()
  await new Promise((resolve) => squatter.close(resolve))
  await ana.page.getByRole('button', { name: text.app.tryAgain }).click()
  await expect(reason).toBeHidden({ timeout: BACK_MS })
  expect(await ana.ui.ownLink()).toBe(link)
})
