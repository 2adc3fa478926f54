import { describe, expect, it } from 'vitest'
import { createPair, createWorld, HIGHER, LOWER, ring, talk } from './testing/people'

it('a call that the server holds back ends at once, and the other side hears nothing of it', async () => {
  const world = await createPair()
  world.server.isLimiting = true
  world.ana.call(world.ben)
  await world.clock.advance(200)
  expect(world.ana.phase()).toBe('ended: rate-limited')
  world.server.isLimiting = false
  await world.clock.advance(10_000)
  expect(world.ben.store.getState().calls).toEqual([])
})

it.each([
  ['not-invited', 'not-invited'],
  ['join-code-needed', 'join-code-needed'],
  ['join-code-wrong', 'join-code-needed'],
  ['server-full', 'server-unreachable'],
] as const)('a call to a server that refuses us (%s) ends by what it said: %s', async (refuses, reason) => {
  const world = createWorld()
  const ana = world.person('Ana', LOWER)
  const server = world.addServer('https://two.example/')
  const ben = world.person('Ben', HIGHER, { server })
  await world.clock.advance(100)
  server.refuses = refuses
  ana.call(ben)
  await world.clock.advance(1_000)
  expect(ana.phase()).toBe(`ended: ${reason}`)
})

describe('a call to somebody on another server', () => {
  async function visiting() {
    const world = createWorld()
    const ana = world.person('Ana', LOWER)
    const ben = world.person('Ben', HIGHER, { server: world.addServer('https://two.example/') })
    await world.clock.advance(100)
    return { ...world, ana, ben }
  }

  it('goes by a visit, and home stays where it is', async () => {
    const world = await visiting()
    await talk(world)
    expect([world.ana.phase(), world.ben.phase()]).toEqual(['connected', 'connected'])
    expect(world.ana.visits[0]?.peerId).toMatch(new RegExp(`^${LOWER}-[0-9a-f]{8}$`))
    expect(world.ana.home.state().status).toBe('open')
    expect(world.ben.view().person.id).toBe(LOWER)
  })

  it('closes the visit after it, once what ends the call has left', async () => {
    const world = await visiting()
    const callId = await talk(world)
    world.ana.controller.commands.hangUp(callId)
    await world.clock.advance(5)
    expect(world.ana.visits[0]?.state().status).toBe('open')
    await world.clock.advance(4_000)
    expect(world.ben.phase()).toBe('ended: ended-by-other')
    expect(world.ana.visits[0]?.state().status).toBe('closed')
  })

  it('back asks for the caller’s server by the name of the one that brought the link', async () => {
    const world = await visiting()
    const callId = await ring(world)
    world.ben.controller.commands.decline(callId)
    await world.clock.advance(200)
    world.ben.call(world.ana)
    await world.clock.advance(200)
    expect(world.ana.phase()).toBe('ringing')
    expect(world.ana.asked).toEqual([{ server: 'https://two.example/', via: null }])
    expect(world.ben.asked).toEqual([{ server: 'https://one.example/', via: 'https://two.example/' }])
  })

  it('back asks for it the same way after a restart, by what is stored with the call', async () => {
    const world = await visiting()
    const callId = await ring(world)
    world.ben.controller.commands.decline(callId)
    await world.clock.advance(200)
    const again = world.person('Ben', HIGHER, { server: world.addServer('https://two.example/') })
    again.records.push(...world.ben.records)
    await world.clock.advance(100)
    again.call(world.ana)
    await world.clock.advance(200)
    expect(again.asked).toEqual([{ server: 'https://one.example/', via: 'https://two.example/' }])
  })

  it('can be called back where the caller lives', async () => {
    const world = await visiting()
    await ring(world)
    expect(world.ben.view().callBack).toBe(
      `parley://call/${LOWER}?server=${encodeURIComponent('https://one.example/')}`,
    )
    expect(world.ana.view().callBack).toBe(
      `parley://call/${HIGHER}?server=${encodeURIComponent('https://two.example/')}`,
    )
  })
})

describe('calling back', () => {
  it.each([
    [
      'a loopback link that came over a public server',
      'http://127.0.0.1:9000/',
      'https://one.example/',
      false,
    ],
    [
      'a private link that came over a public server',
      'http://192.168.1.4:9000/',
      'https://one.example/',
      false,
    ],
    ['a private link that came over a private server', 'http://192.168.1.4:9000/', 'http://10.0.0.1/', true],
    [
      'a loopback link that came over a loopback server',
      'http://127.0.0.1:9000/',
      'http://localhost:1/',
      true,
    ],
    ['a public link that came over a loopback server', 'https://far.example/', 'http://localhost:1/', true],
  ])('%s', async (_, callerLives, calleeKnownAs, possible) => {
    const world = createWorld()
    const ana = world.person('Ana', LOWER, { advertised: callerLives })
    const ben = world.person('Ben', HIGHER, { advertised: calleeKnownAs })
    await world.clock.advance(100)
    await ring({ ...world, ana, ben })
    expect(ben.view().callBack === null).toBe(!possible)
  })
})

describe('names', () => {
  it('are the contact’s where there is one, and are cleaned of what could deceive', async () => {
    const world = createWorld()
    const ana = world.person('Ana\u202e\u0000 Bob', LOWER)
    const ben = world.person('Ben', HIGHER)
    await world.clock.advance(100)
    await ring({ ...world, ana, ben })
    expect(ben.view().person).toMatchObject({ name: 'Ana Bob', isContact: false })
    ben.contacts.set(LOWER, { name: 'My Ana' })
    ben.controller.refresh()
    expect(ben.view().person).toMatchObject({ name: 'My Ana', isContact: true })
    ben.controller.commands.decline(ben.view().callId)
    // The history keeps the name that was given: the contact's may change.
    expect(ben.records).toMatchObject([{ name: 'Ana Bob' }])
  })

  it('are learned from the callee', async () => {
    const world = await createPair()
    world.ana.controller.commands.place({ id: HIGHER, server: world.server.url, name: '' }, true)
    await world.clock.advance(200)
    expect(world.ana.view().person.name).toBe('Ben')
  })
})
