// Owns what the parts say to each other about ringing: which calls ring, and what the ring window shows and answers.
import * as z from 'zod'
import { callIdSchema } from '../protocol/call-messages'
import { identitySchema } from '../protocol/identity'
import { MAX_DECLINE_CHARS, MAX_NAME_CHARS } from '../protocol/limits'
import { pictureDataSchema } from './picture'

export const RING_TONES = ['chime', 'bell', 'marimba'] as const
export type RingTone = (typeof RING_TONES)[number]

/** More than one rings only where somebody calls while another rings; further ones are missed. */
export const MAX_RINGS = 8

/** A call that rings here, as the page knows it. */
export const ringSchema = z.strictObject({
  callId: callIdSchema,
  person: z.strictObject({
    id: identitySchema,
    /** Cleaned; empty where they gave none. */
    name: z.string().max(MAX_NAME_CHARS),
    isContact: z.boolean(),
    isFavourite: z.boolean(),
    /** A contact who is somebody else has this name, to the eye the same. */
    namesake: z.string().max(MAX_NAME_CHARS).nullable(),
    /** Of contacts only: nothing of a stranger's is drawn while it rings. */
    picture: pictureDataSchema.nullable(),
  }),
  video: z.boolean(),
})
export type Ring = z.infer<typeof ringSchema>

/** What the ring window shows. */
export const ringShownSchema = z.strictObject({
  ring: ringSchema,
  /** Nobody calls: the user tests whether it rings. */
  test: z.boolean(),
  /** Another call is on: answering ends it, and nothing is heard. */
  inCall: z.boolean(),
  /** null: nothing is to be heard. */
  sound: z
    .strictObject({
      tone: z.enum(RING_TONES),
      volume: z.number().min(0).max(1),
      /** Chromium's id and label of the ringer; null: the system's own. */
      device: z.strictObject({ id: z.string().max(256), label: z.string().max(256) }).nullable(),
    })
    .nullable(),
  /** The user switched only the tone off. */
  silenced: z.boolean(),
  /** One presses them to say them with a decline. */
  messages: z.array(z.string().min(1).max(MAX_DECLINE_CHARS)).max(3),
})
export type RingShown = z.infer<typeof ringShownSchema>
