import { afterEach, describe, expect, it } from 'vitest'
import { desktop, ear, endAll, notifierOn, RINGING, ringing } from './testing/desktop-notices'

afterEach(endAll)

describe('a notification on the bus', () => {
  it('is shown with its buttons, until it is closed', async () => {
    const { posted, next, close, bus, told } = await ringing()
    expect(await next()).toEqual({ is: 'shown' })
    expect(posted).toMatchObject({
      app: 'Parley',
      replaces: 0,
      icon: 'file:///opt/Parley%20app/icon.png',
      summary: 'Ada is calling',
      body: 'With picture and sound.',
      actions: ['default', 'Open', 'accept', 'Accept', 'decline', 'Decline'],
      hints: {
        urgency: 2,
        category: 'call.incoming',
        'desktop-entry': 'org.parley.Parley',
        'suppress-sound': true,
        transient: true,
      },
      expiryMs: 0,
    })
    close()
    expect((await bus.until(() => posted.closed)).by).toBe('app')
    expect(told).toEqual([{ is: 'shown' }])
  })

  it.each(['accept', 'decline', 'default'])(
    'tells that %s was pressed, then that it is closed',
    async (action) => {
      const { bus, next, posted } = await ringing()
      expect(await next()).toEqual({ is: 'shown' })
      bus.press(posted, action)
      expect(await next()).toEqual({ is: 'pressed', action })
      expect(await next()).toEqual({ is: 'closed', by: 'user' })
    },
  )

  it('knows no button that it doesn’t have', async () => {
    const { bus, next, posted } = await ringing()
    expect(await next()).toEqual({ is: 'shown' })
    bus.press(posted, 'inline-reply')
    expect(await next()).toEqual({ is: 'closed', by: 'user' })
  })

  it('tells who closed it, and nothing after it', async () => {
    const { bus, next, posted, notifier, close, told } = await ringing()
    await next()
    bus.closeAsUser(posted)
    expect(await next()).toEqual({ is: 'closed', by: 'user' })
    close()
    const second = ear()
    notifier.show({ ...RINGING, kind: 'missed' }, second.hear)
    await second.next()
    const missed = await bus.until(() => bus.notifications()[1])
    bus.expire(missed)
    expect(await second.next()).toEqual({ is: 'closed', by: 'expiry' })
    expect(told).toHaveLength(2)
  })

  it('has several at a time, each for itself', async () => {
    const { bus, next, posted, notifier, told } = await ringing()
    await next()
    const second = ear()
    notifier.show(RINGING, second.hear)
    await second.next()
    const other = await bus.until(() => bus.notifications()[1])
    bus.press(other, 'decline')
    expect(await second.next()).toEqual({ is: 'pressed', action: 'decline' })
    expect(told).toEqual([{ is: 'shown' }])
    expect(posted.closed).toBeNull()
  })

  it('closes what is open when it ends', async () => {
    const { bus, next, posted, notifier } = await ringing()
    await next()
    notifier.end()
    expect((await bus.until(() => posted.closed)).by).toBe('app')
  })

  it('is closed although it was undone before its id was known', async () => {
    const bus = await desktop({ daemon: { holds: ['Notify'] } })
    const { told, hear } = ear()
    const close = notifierOn({ ...bus.env }).show(RINGING, hear)
    await bus.until(() => bus.heldCalls() === 1)
    close()
    bus.release()
    const posted = await bus.until(() => bus.notifications()[0])
    expect((await bus.until(() => posted.closed)).by).toBe('app')
    expect(told).toEqual([])
  })

  it('is closed although all ended before its id was known', async () => {
    const bus = await desktop({ daemon: { holds: ['Notify'] } })
    const notifier = notifierOn({ ...bus.env })
    notifier.show(RINGING, ear().hear)
    await bus.until(() => bus.heldCalls() === 1)
    notifier.end()
    bus.release()
    const posted = await bus.until(() => bus.notifications()[0])
    expect((await bus.until(() => posted.closed)).by).toBe('app')
  })

  it('isn’t asked for when it was undone before the daemon said what it can do', async () => {
    const bus = await desktop({ daemon: { holds: ['GetCapabilities'] } })
    const notifier = notifierOn({ ...bus.env })
    const close = notifier.show(RINGING, ear().hear)
    await bus.until(() => bus.heldCalls() === 1)
    close()
    bus.release()
    const { hear, next } = ear()
    notifier.show({ ...RINGING, title: 'Another' }, hear)
    await next()
    expect(bus.notifications().map(({ summary }) => summary)).toEqual(['Another'])
  })
})

describe('a bus', () => {
  it.each([
    ['none', {}],
    ['no address', { DBUS_SESSION_BUS_ADDRESS: '' }],
    ['nobody there', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }],
    ['an address of no kind', { DBUS_SESSION_BUS_ADDRESS: 'carrier-pigeon:loft=3' }],
    ['no address at all', { DBUS_SESSION_BUS_ADDRESS: 'nonsense' }],
  ])('%s: it has failed', async (_name, env: Record<string, string>) => {
    const notifier = notifierOn(env)
    const { hear, next } = ear()
    const close = notifier.show(RINGING, hear)
    expect(await next()).toEqual({ is: 'failed', why: 'no-bus' })
    close()
    expect((await notifier.abilities()).server).toBeNull()
  })

  it('that ends while it rings is told of', async () => {
    const { bus, next } = await ringing()
    await next()
    await bus.stop()
    expect(await next()).toEqual({ is: 'failed', why: 'no-bus' })
  })
})

describe('words that others wrote', () => {
  it('of 10 000 characters are cut', async () => {
    const bus = await desktop()
    const { hear, next } = ear()
    const long = 'x'.repeat(10_000)
    notifierOn({ ...bus.env }).show({ ...RINGING, title: long, body: long }, hear)
    expect(await next()).toEqual({ is: 'shown' })
    const [posted] = bus.notifications()
    expect(posted?.summary).toBe(`${'x'.repeat(159)}…`)
    expect(posted?.body).toBe(`${'x'.repeat(499)}…`)
  })

  it.each([
    ['body-markup', '&lt;img src="x"&gt; &amp; evil name'],
    ['body', '<img src="x"> & evil name'],
  ])('with markup are text, for a daemon with %s', async (capability, body) => {
    const bus = await desktop({ daemon: { capabilities: ['body', capability] } })
    const { hear, next } = ear()
    const evil = '<img src="x"> &\u0000 evil\n\u202ename\ud800'
    notifierOn({ ...bus.env }).show({ ...RINGING, title: evil, body: evil }, hear)
    expect(await next()).toEqual({ is: 'shown' })
    expect(bus.notifications()[0]).toMatchObject({ summary: '<img src="x"> & evil name', body })
  })
})
