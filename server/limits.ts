// Owns the server's limits: what each one is called, how much by default, and why. Each is an option (options.ts) and a
// metric; what enforces it asks for it by its name here.
import * as z from 'zod'
import { MAX_SESSION_BYTES } from '../shared/protocol/limits'

export interface LimitText {
  readonly initial: number
  readonly least: number
  readonly most: number
  /** Ends the sentence "--limit takes a number of …". */
  readonly of: string
  /** True where a running server can't change it. */
  readonly fixed?: true
  readonly help: readonly string[]
}

const MILLION = 1_000_000

// Per address: an office or a provider's shared address with a hundred people. IPv6: the /64 that one line gets.
// Per id: an identity is one device; what it needs is known, and several times that is let through.
export const LIMITS = {
  'max-clients': {
    initial: 5_000,
    least: 1,
    most: MILLION,
    of: 'clients',
    help: ['Signed-in clients in all. About 10 KB of memory each.'],
  },
  'max-sockets': {
    initial: 10_000,
    least: 1,
    most: 2 * MILLION,
    of: 'connections',
    help: ['Connections in all, signed in or not; further ones are not accepted.'],
  },
  'sockets-per-address': {
    initial: 100,
    least: 1,
    most: MILLION,
    of: 'clients',
    help: [
      'Clients of one address (IPv6: of one /64). Twice as many connections, for pages load over several.',
    ],
  },
  'sockets-per-id': {
    initial: 8,
    least: 1,
    most: 1_000,
    of: 'clients',
    help: ['Clients of one identity: its home and the visits that its calls make.'],
  },
  'requests-per-minute-per-address': {
    initial: 1_200,
    least: 1,
    most: 100 * MILLION,
    of: 'requests',
    help: ['HTTP requests of one address, upgrades included. A guest page takes about thirty.'],
  },
  'sessions-per-minute-per-address': {
    initial: 300,
    least: 1,
    most: 100 * MILLION,
    of: 'sessions',
    help: ['Tickets asked for by one address. Each costs a check of a signature, about 0.2 ms.'],
  },
  'sessions-per-minute-per-id': {
    initial: 30,
    least: 1,
    most: MILLION,
    of: 'sessions',
    help: ['Tickets given to one identity: one for each connect, and one for a call at times.'],
  },
  'wrong-join-codes-per-minute-per-address': {
    initial: 20,
    least: 1,
    most: MILLION,
    of: 'wrong join codes',
    // Who guesses has a day for each 28 800; a code of 8 letters at random has 208 milliards.
    help: ['Proofs of a wrong join code from one address; past it none is looked at for a while.'],
  },
  'messages-per-second-per-address': {
    initial: 500,
    least: 1,
    most: 100 * MILLION,
    of: 'messages',
    help: ['Frames of all clients of one address. Ten seconds’ worth may come at once.'],
  },
  'messages-per-second-per-id': {
    initial: 50,
    least: 1,
    most: MILLION,
    of: 'messages',
    help: [
      'Frames of one identity; one of more than 16 KiB counts as several. Ten seconds’ worth may come at',
      'once: a call is set up by 15 to 25.',
    ],
  },
  'questions-per-minute-per-id': {
    // Nobody places one each 2 s by hand. At once: twice the 60 calls that somebody may place in a row for fun.
    initial: 30,
    least: 1,
    most: MILLION,
    of: 'questions',
    help: [
      'How often one identity may ask after people who haven’t written back, as each call does. Four',
      'minutes’ worth may come at once.',
    ],
  },
  'questions-per-minute-per-target': {
    // At once: four times the 50 who may call one person at the same moment.
    initial: 120,
    least: 1,
    most: MILLION,
    of: 'questions',
    help: ['How often one identity may be asked after by all others. 100 s’ worth may come at once.'],
  },
  'queued-bytes-per-socket': {
    initial: 1_048_576,
    least: 65_536,
    most: 1_073_741_824,
    of: 'bytes',
    help: ['What may wait for a client that reads slowly, before it is dropped.'],
  },
  'queued-bytes': {
    initial: 67_108_864,
    least: 1_048_576,
    most: 1_099_511_627_776,
    of: 'bytes in all',
    // Five thousand with all that may wait for one would be 5 GB.
    help: ['What may wait for all clients together; past it those who read slowest are dropped.'],
  },
  'slow-reader-seconds': {
    initial: 15,
    least: 1,
    most: 3_600,
    of: 'seconds',
    fixed: true,
    // A dead link is noticed within 15 to 30 s; until then its owner is said to be delivered to.
    help: ['How often a client is pinged; it has as long to read what waits and to answer.'],
  },
  'idle-seconds': {
    initial: 90, // a stock server's: a hidden page's timers run once a minute
    least: 2,
    most: 86_400,
    of: 'seconds',
    fixed: true,
    help: ['A client that shows no life for so long is closed.'],
  },
  'handshake-seconds': {
    initial: 10,
    least: 1,
    most: 600,
    of: 'seconds',
    help: ['From a connection to its first complete request, TLS included.'],
  },
  'header-bytes': {
    initial: 8_192,
    least: 1_024,
    most: 65_536,
    of: 'bytes',
    fixed: true,
    help: ['The headers of one request.'],
  },
  'body-bytes': {
    initial: MAX_SESSION_BYTES,
    least: 1_024,
    most: 65_536,
    of: 'bytes',
    fixed: true,
    help: ['The body of one request. A sign-in has about 700.'],
  },
} as const satisfies Readonly<Record<string, LimitText>>

export type LimitName = keyof typeof LIMITS
export type Limits = Readonly<Record<LimitName, number>>

export const LIMIT_NAMES: readonly LimitName[] = Object.keys(LIMITS).filter(
  (name): name is LimitName => name in LIMITS,
)

const limit = (name: LimitName) => {
  const { initial, least, most } = LIMITS[name]
  return z.int().min(least).max(most).default(initial)
}

export const limitShape = {
  'max-clients': limit('max-clients'),
  'max-sockets': limit('max-sockets'),
  'sockets-per-address': limit('sockets-per-address'),
  'sockets-per-id': limit('sockets-per-id'),
  'requests-per-minute-per-address': limit('requests-per-minute-per-address'),
  'sessions-per-minute-per-address': limit('sessions-per-minute-per-address'),
  'sessions-per-minute-per-id': limit('sessions-per-minute-per-id'),
  'wrong-join-codes-per-minute-per-address': limit('wrong-join-codes-per-minute-per-address'),
  'messages-per-second-per-address': limit('messages-per-second-per-address'),
  'messages-per-second-per-id': limit('messages-per-second-per-id'),
  'questions-per-minute-per-id': limit('questions-per-minute-per-id'),
  'questions-per-minute-per-target': limit('questions-per-minute-per-target'),
  'queued-bytes-per-socket': limit('queued-bytes-per-socket'),
  'queued-bytes': limit('queued-bytes'),
  'slow-reader-seconds': limit('slow-reader-seconds'),
  'idle-seconds': limit('idle-seconds'),
  'handshake-seconds': limit('handshake-seconds'),
  'header-bytes': limit('header-bytes'),
  'body-bytes': limit('body-bytes'),
} satisfies Readonly<Record<LimitName, z.ZodType<number>>>

export const limitsSchema = z.object(limitShape)
export const DEFAULT_LIMITS: Limits = limitsSchema.parse({})
