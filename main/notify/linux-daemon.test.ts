import { afterEach, describe, expect, it } from 'vitest'
import { settled } from '../testing/deferred'
import { desktop, ear, endAll, notifierOn, RINGING, ringing } from './testing/desktop-notices'

afterEach(endAll)

describe('a daemon', () => {
  it('without buttons is sent none', async () => {
    const { posted, notifier } = await ringing({ daemon: { capabilities: ['body'] } })
    expect(posted.actions).toEqual([])
    expect(await notifier.abilities()).toEqual({ server: 'Recording', actions: false, persistence: false })
  })

  it('says what it can do', async () => {
    const bus = await desktop()
    const abilities = await notifierOn({ ...bus.env }).abilities()
    expect(abilities).toEqual({ server: 'Recording', actions: true, persistence: true })
  })

  it('that dies while it rings is told of, and one that comes up shows it again', async () => {
    const { bus, next } = await ringing()
    expect(await next()).toEqual({ is: 'shown' })
    await bus.killDaemon()
    expect(await next()).toEqual({ is: 'failed', why: 'daemon-died' })
    await bus.startDaemon({ capabilities: [] })
    expect(await next()).toEqual({ is: 'shown' })
    const again = await bus.until(() => bus.notifications()[1])
    // The new one's abilities, not the old one's.
    expect(again).toMatchObject({ summary: 'Ada is calling', actions: [] })
    bus.press(again, 'accept')
    expect(await next()).toEqual({ is: 'pressed', action: 'accept' })
  })

  it('that comes up shows nothing that was undone', async () => {
    const { bus, next, close, notifier } = await ringing()
    await next()
    await bus.killDaemon()
    expect(await next()).toEqual({ is: 'failed', why: 'daemon-died' })
    close()
    await bus.startDaemon()
    const other = ear()
    notifier.show({ ...RINGING, title: 'Another' }, other.hear)
    await other.next()
    expect(bus.notifications().map(({ summary }) => summary)).toEqual(['Ada is calling', 'Another'])
  })

  it('that keeps dying isn’t asked for ever', async () => {
    const { bus, next } = await ringing()
    for (const _again of [1, 2, 3]) {
      expect(await next()).toEqual({ is: 'shown' })
      await bus.killDaemon()
      expect(await next()).toEqual({ is: 'failed', why: 'daemon-died' })
      await bus.startDaemon()
    }
    expect(await next()).toEqual({ is: 'shown' })
    await bus.killDaemon()
    expect(await next()).toEqual({ is: 'failed', why: 'daemon-died' })
    await bus.startDaemon({ holds: ['GetCapabilities'] })
    await settled()
    expect(bus.notifications()).toHaveLength(4)
    expect(bus.heldCalls()).toBe(0)
  })

  it('that dies before it answers has failed', async () => {
    const bus = await desktop({ daemon: { holds: ['Notify'] } })
    const { hear, next } = ear()
    notifierOn({ ...bus.env }).show(RINGING, hear)
    await bus.until(() => bus.heldCalls() === 1)
    await bus.killDaemon()
    expect(await next()).toEqual({ is: 'failed', why: 'daemon-died' })
    await bus.startDaemon()
    expect(await next()).toEqual({ is: 'shown' })
  })

  it('that refuses has failed', async () => {
    const bus = await desktop({ daemon: { refuses: true } })
    const { hear, next } = ear()
    notifierOn({ ...bus.env }).show(RINGING, hear)
    expect(await next()).toEqual({ is: 'failed', why: 'refused' })
  })

  it('that never answers has failed, and what it shows too late is closed', async () => {
    const bus = await desktop({ daemon: { holds: ['Notify'] } })
    const { hear, next } = ear()
    notifierOn({ ...bus.env }).show(RINGING, hear)
    expect(await next()).toEqual({ is: 'failed', why: 'no-answer' })
    bus.release()
    const posted = await bus.until(() => bus.notifications()[0])
    expect((await bus.until(() => posted.closed)).by).toBe('app')
  })

  it('that isn’t there has failed, and shows it once it comes up', async () => {
    const bus = await desktop({ daemon: null })
    const notifier = notifierOn({ ...bus.env })
    const { hear, next } = ear()
    notifier.show(RINGING, hear)
    expect(await next()).toEqual({ is: 'failed', why: 'no-daemon' })
    expect(await notifier.abilities()).toEqual({ server: null, actions: false, persistence: false })
    await bus.startDaemon()
    expect(await next()).toEqual({ is: 'shown' })
  })

  it('that comes up isn’t told news that are over', async () => {
    const bus = await desktop({ daemon: null })
    const notifier = notifierOn({ ...bus.env })
    const { hear, next } = ear()
    notifier.show({ ...RINGING, kind: 'news' }, hear)
    expect(await next()).toEqual({ is: 'failed', why: 'no-daemon' })
    await bus.startDaemon()
    const other = ear()
    notifier.show({ ...RINGING, title: 'Another' }, other.hear)
    await other.next()
    expect(bus.notifications().map(({ summary }) => summary)).toEqual(['Another'])
  })
})
