// Owns the one message that an app sends to itself, through its home server and back: the test that a call would come in.
// It is no call's: a value, signed like a call's messages, and nothing else.
import * as z from 'zod'
import { identitySchema } from './identity'
import { PROTOCOL_VERSION } from './limits'

/** 128 random bits in hex. The host makes a new one for each test, and takes it back once. */
export const testValueSchema = z.string().regex(/^[0-9a-f]{32}$/)

/** Two ids, a value and the names of five fields: 148 characters as we write it. */
export const MAX_SELF_TEST_CHARS = 256

export const selfTestMessageSchema = z
  .strictObject({
    v: z.literal(PROTOCOL_VERSION),
    t: z.literal('self-test'),
    from: identitySchema,
    to: identitySchema,
    value: testValueSchema,
  })
  .refine(({ from, to }) => from === to)
export type SelfTestMessage = z.infer<typeof selfTestMessageSchema>
