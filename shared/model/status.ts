// Owns what the page tells main about itself, so that the tray and the menus can show and do the same.
import * as z from 'zod'
import { callIdSchema } from '../protocol/call-messages'
import { MAX_LINK_CHARS, MAX_NAME_CHARS } from '../protocol/limits'

const deviceSchema = z.strictObject({ id: z.string().max(256), label: z.string().max(256) })
const kindSchema = z.strictObject({
  choices: z.array(deviceSchema).max(32),
  /** The user's wish; null follows the system. */
  wished: deviceSchema.nullable(),
})
export type StatusDevices = z.infer<typeof kindSchema>

export const statusSchema = z.strictObject({
  /** Whether anybody can ring. */
  reachable: z.boolean(),
  /** The user's own link; empty while there is none. */
  link: z.string().max(MAX_LINK_CHARS),
  /** The call that is on or being made; null: none. */
  call: z
    .strictObject({
      callId: callIdSchema,
      /** Cleaned. */
      name: z.string().max(MAX_NAME_CHARS),
      phase: z.enum(['calling', 'ringing', 'connecting', 'connected', 'reconnecting']),
      microphone: z.enum(['on', 'off', 'none']),
      camera: z.enum(['on', 'off', 'none']),
      sharing: z.enum(['live', 'held', 'no']),
    })
    .nullable(),
  devices: z.strictObject({ microphone: kindSchema, speaker: kindSchema, ringer: kindSchema }),
})
export type Status = z.infer<typeof statusSchema>

const NO_DEVICES: StatusDevices = { choices: [], wished: null }
/** Before a page has told anything, and after it is gone. */
export const NO_STATUS: Status = {
  reachable: false,
  link: '',
  call: null,
  devices: { microphone: NO_DEVICES, speaker: NO_DEVICES, ringer: NO_DEVICES },
}
