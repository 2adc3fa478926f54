// An invite that a hostile server kept and sends once more: it rings at most once after a restart, and never gets media.
import { connectedSoFar, RECORD_CONNECTIONS } from '../fixtures/connection-probe'
import { launchElectron } from '../fixtures/electron-client'
import { kindInFrame } from '../fixtures/forged-messages'
import { idOf, personAt, type Person } from '../fixtures/person'
import { call, hangUp } from '../fixtures/story'
import { startTamperingServer, type TamperingServer } from '../fixtures/tampering-relay'
import { expect, test } from '../fixtures/test'

/** All that a call's first seconds bring to the callee, in its order: invite, offer and candidates. */
async function recordCall(
  hostile: TamperingServer,
  caller: Person,
  callee: Person,
): Promise<readonly string[]> {
  const frames: string[] = []
  const src = await idOf(caller)
  hostile.tamper((frame) => {
    const isCall = kindInFrame(frame) === 'invite' || /"type":"(OFFER|CANDIDATE)"/.test(frame)
    if (isCall && frame.includes(`"src":"${src}"`)) frames.push(frame)
    return frame
  })
  await call(caller, callee)
  hostile.tamper((frame) => frame)
  await hangUp(caller, callee)
  for (const { ui } of [caller, callee]) await ui.closeEnd.click()
  expect(frames.join()).toContain('"OFFER"')
  return frames
}

/** The same profile in a new process; a guest's is its page loaded anew. */
async function startAgain(person: Person): Promise<Person> {
  const { electron } = person
  if (electron === null) {
    await person.page.reload()
    return person
  }
  await electron.quit()
  const client = await launchElectron({ profile: electron.profile, initScript: RECORD_CONNECTIONS })
  return personAt(client, person.name)
}

for (const host of ['electron', 'browser'] as const) {
  test(`a replayed invite rings at most once after a restart, without media: ${host}`, async ({
    join,
    atEnd,
  }) => {
    const hostile = await startTamperingServer()
    atEnd(hostile.stop)
    const server = hostile.baseUrl
    const ana = await join({ name: 'Ana', host: 'electron', server })
    const first = await join({ name: 'Ben', host, server, initScript: RECORD_CONNECTIONS })
    const id = await idOf(first)
    const frames = await recordCall(hostile, ana, first)
    const replay = (): void => frames.forEach((frame) => hostile.inject(id, frame))
    const quiet = async (person: Person): Promise<void> => {
      replay()
      // Longer than a signature takes to check; that nothing happens has no event.
      await person.page.waitForTimeout(1_000)
      await expect(person.ui.incoming).toBeHidden()
    }

    const restarted = async (person: Person): Promise<Person> => {
      const again = await startAgain(person)
      if (again !== person) atEnd(again.stop)
      await again.ui.ownLink()
      return again
    }
    await quiet(first)

    let ben = await restarted(first)
    await test.step('the server keeps it from the caller', async () => {
      hostile.tamper((frame) => (frame.includes(`"src":"${id}"`) ? null : frame))
      replay()
      await expect(ben.ui.incoming).toContainText('Ana')
      await ben.ui.acceptWithVideo.click()
      await expect(ben.ui.inCallWith('Ana')).toBeVisible()
      await ben.page.waitForTimeout(2_000) // a connection takes a fraction of it
      expect(await connectedSoFar(ben.page)).toBe(0)
      await ben.ui.pressAwake(ben.ui.hangUp)
      await ben.ui.closeEnd.click()
      await quiet(ben)
    })

    ben = await restarted(ben)
    await test.step('the caller hears that it rings, and knows of no such call', async () => {
      hostile.tamper((frame) => frame)
      const before = ben.lines().length
      replay()
      const since = (): string => ben.lines().slice(before).join('\n')
      await expect.poll(since).toMatch(/stage=ringing[^]*stage=ended reason=cancelled-by-other/)
      await expect(ben.ui.incoming).toBeHidden()
      expect(await connectedSoFar(ben.page)).toBe(0)
      await quiet(ben)
    })
  })
}
