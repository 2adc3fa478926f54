// Owns who may open a socket: reads the URL of PeerJS's upgrade and checks the ticket in it.
import type { FailureCode } from '../shared/failure'
import { PEER_ID_PATTERN } from '../shared/protocol/identity'
import { fail, ok, type Result } from '../shared/result'
import { MAX_PEER_ID_CHARS } from './frames'
import type { Stamps, StampState } from './stamps'

export interface Admitted {
  readonly id: string
  /** False for a plain PeerJS client (`--open`). */
  readonly ticketed: boolean
  /** What `peer` is shown instead of the client's own URL: only what was checked here. */
  readonly peerUrl: string
}

export type Admission = (url: string) => Result<Admitted>

const TICKET_CODES: Readonly<Record<Exclude<StampState, 'fresh'>, FailureCode>> = {
  unknown: 'ticket-unknown',
  expired: 'ticket-expired',
  used: 'ticket-used',
}

/** PeerJS's own rule for ids; its server has none. */
const PLAIN_ID_PATTERN = /^[A-Za-z0-9]+(?:[ _-][A-Za-z0-9]+)*$/
const MAX_PLAIN_TOKEN_CHARS = 128

export function createAdmission(tickets: Stamps, open: boolean): Admission {
  return (url) => {
    const query = new URL(url, 'http://server').searchParams
    const id = query.get('id') ?? ''
    const token = query.get('token') ?? ''
    // Also in capitals, so that nobody's id can be made to look like one of ours.
    if (!open || PEER_ID_PATTERN.test(id.toLowerCase())) return admitTicket(tickets, id, token)
    if (id.length > MAX_PEER_ID_CHARS || !PLAIN_ID_PATTERN.test(id)) return fail('bad-input', 'id')
    if (token === '' || token.length > MAX_PLAIN_TOKEN_CHARS) return fail('bad-input', 'token')
    return ok({
      id: ofItsOwn(id),
      ticketed: false,
      peerUrl: peerUrlOf(query.get('key') ?? '', id, token),
    })
  }
}

function admitTicket(tickets: Stamps, id: string, token: string): Result<Admitted> {
  const state = tickets.check(token, id)
  if (state !== 'fresh') return fail(TICKET_CODES[state])
  tickets.spend(ofItsOwn(token))
  // One token for all who proved themselves: `peer` hands an id over only where the token stayed the same.
  return ok({ id: ofItsOwn(id), ticketed: true, peerUrl: peerUrlOf('peerjs', id, 'ticketed') })
}

/** For what is ASCII. V8 makes a part of a text a view into it, and an id that is kept would keep the whole URL. */
const ofItsOwn = (ascii: string): string => Buffer.from(ascii, 'latin1').toString('latin1')

function peerUrlOf(key: string, id: string, token: string): string {
  return `/peerjs?${new URLSearchParams({ key, id, token }).toString()}`
}
