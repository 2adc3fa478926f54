// Owns the self-test's message on its way: signed, to ourselves through the home server, and what of that comes back. Which
// value counts, and how often, is the host's to say.
import type { Allowance } from '../../shared/rate/token-bucket'
import { PROTOCOL_VERSION } from '../../shared/protocol/limits'
import {
  MAX_SELF_TEST_CHARS,
  selfTestMessageSchema,
  type SelfTestMessage,
} from '../../shared/protocol/self-test'
import type { Envelope } from '../../shared/protocol/server-messages'
import type { SendTrouble } from '../../shared/model/self-test'
import type { Clock } from '../platform/clock'
import { createBucket } from './courier-limits'
import type { Signalling } from './signalling'
import type { Signer, Unsealer } from './signer'

export interface SelfTestPostDeps {
  /** null until there is an identity. */
  readonly signer: () => Signer | null
  readonly unseal: Unsealer
  readonly clock: Pick<Clock, 'now'>
}

export interface SelfTestPost {
  /** null: it left. A stock server says no more than that. */
  send(home: Signalling, value: string): Promise<SendTrouble | null>
  /** Of each message of our own that comes over that server, its value; until undone. */
  listen(home: Signalling, returned: (value: string) => void): () => void
}

/** One test is one message. A stock server lets anybody write under our id: what is over costs no signature. */
const ALLOWANCE: Allowance = { burst: 5, perSecond: 1 }

export function createSelfTestPost({ signer, unseal, clock }: SelfTestPostDeps): SelfTestPost {
  /** null: not written by ourselves to ourselves. */
  async function read(envelope: Envelope): Promise<string | null> {
    const message = messageOf(envelope.body)
    const me = signer()?.id
    if (message === null || message.from !== me) return null
    return (await unseal('call', envelope)) === me ? message.value : null
  }

  return {
    async send(home, value) {
      const by = signer()
      if (by === null || home.state().status !== 'open') return 'not-connected'
      const message: SelfTestMessage = {
        ...{ v: PROTOCOL_VERSION, t: 'self-test', from: by.id, to: by.id, value },
      }
      const sealed = await by.seal('call', JSON.stringify(message))
      if (!sealed.ok) return 'not-taken'
      const outcome = await home.send(home.peerId, sealed.value)
      if (outcome === 'delivered') return null
      // A stock server confirms nothing; it says so where nobody came to take it.
      return outcome === 'unconfirmed' && home.kind === 'stock' ? null : 'not-taken'
    },
    listen(home, returned) {
      const bucket = createBucket(ALLOWANCE)
      let isOver = false
      const undo = home.onEnvelope((peerId, envelope) => {
        if (peerId !== home.peerId || !bucket.take(clock.now())) return
        void read(envelope).then((value) => {
          if (value !== null && !isOver) returned(value)
        })
      })
      return () => {
        isOver = true
        undo()
      }
    },
  }
}

function messageOf(body: string): SelfTestMessage | null {
  if (body.length > MAX_SELF_TEST_CHARS) return null
  const message = selfTestMessageSchema.safeParse(parsed(body))
  return message.success ? message.data : null
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null // not JSON; the schema refuses it
  }
}
