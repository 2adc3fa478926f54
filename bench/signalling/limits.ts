// Owns which limits of our server a load needs raised, by its own options.
import { raised } from './servers'

const MANY = 10_000_000

/** Conversations far faster than anybody talks. */
export const RATES_RAISED = raised({
  'messages-per-second-per-id': 1_000_000,
  'messages-per-second-per-address': MANY,
})

/** More clients than an ordinary machine is asked to take. */
export const ROOM_RAISED = raised({ 'max-clients': 20_000, 'max-sockets': 30_000 })
