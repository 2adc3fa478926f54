import { describe, expect, it } from 'vitest'
import { createAdmission } from './admission'
import { createStamps } from './stamps'

const ID = '0123456789abcdef0123456789abcdef'
const OTHER = 'f'.repeat(32)

function setUp(open: boolean) {
  const tickets = createStamps({ kind: 'ticket', secret: Buffer.alloc(32), lifeMs: 60_000, nowMs: () => 0 })
  const admit = createAdmission(tickets, open)
  return {
    tickets,
    admit,
    ask: (query: Record<string, string>) => admit(`/peerjs?${new URLSearchParams(query).toString()}`),
  }
}

describe('a socket with a ticket', () => {
  it.each([ID, `${ID}-01234567`])('comes in as %s', (id) => {
    const { tickets, ask } = setUp(false)
    const admitted = ask({ key: 'peerjs', id, token: tickets.issue(id), version: '1.5.5' })
    const peerUrl = `/peerjs?key=peerjs&id=${id}&token=ticketed`
    expect(admitted).toEqual({ ok: true, value: { id, ticketed: true, peerUrl } })
  })

  it('comes in only as whom the ticket names, also where it names itself twice', () => {
    const { tickets, admit } = setUp(true)
    const ticket = tickets.issue(ID)
    expect(admit(`/peerjs?id=${OTHER}&token=${ticket}`)).toMatchObject({ code: 'ticket-unknown' })
    const twice = admit(`/peerjs?id=${ID}&id=${OTHER}&token=${ticket}&key=peerjs`)
    expect(twice).toMatchObject({
      ok: true,
      value: { id: ID, peerUrl: `/peerjs?key=peerjs&id=${ID}&token=ticketed` },
    })
  })

  it('comes in once', () => {
    const { tickets, ask } = setUp(false)
    const token = tickets.issue(ID)
    expect(ask({ id: ID, token }).ok).toBe(true)
    expect(ask({ id: ID, token })).toMatchObject({ code: 'ticket-used' })
  })
})

describe('a plain PeerJS client', () => {
  it('stays outside without --open', () => {
    expect(setUp(false).ask({ key: 'peerjs', id: 'ann', token: 'abc' })).toMatchObject({
      code: 'ticket-unknown',
    })
  })

  it.each(['ann', 'A b_c-d', '6f0b3c1e-9f55-4c8e-8f0e-2f6f0a9f0c11', 'f'.repeat(31), 'f'.repeat(33)])(
    'comes in with --open as %s, with its own token',
    (id) => {
      const admitted = setUp(true).ask({ key: 'peerjs', id, token: 'abc' })
      const peerUrl = `/peerjs?${new URLSearchParams({ key: 'peerjs', id, token: 'abc' }).toString()}`
      expect(admitted).toEqual({ ok: true, value: { id, ticketed: false, peerUrl } })
    },
  )

  it.each([ID, ID.toUpperCase(), `${ID}-01234567`, `${ID}-01234567`.toUpperCase()])(
    'never comes in as %s, which is for a key',
    (id) => {
      expect(setUp(true).ask({ key: 'peerjs', id, token: 'ticketed' })).toMatchObject({
        code: 'ticket-unknown',
      })
    },
  )

  it.each([
    ['', 'abc'],
    ['-ann', 'abc'],
    ['<script>', 'abc'],
    ['a'.repeat(65), 'abc'],
    ['ann', ''],
    ['ann', 'x'.repeat(129)],
  ])('is refused as %j with token %j', (id, token) => {
    expect(setUp(true).ask({ key: 'peerjs', id, token })).toMatchObject({ code: 'bad-input' })
  })
})
