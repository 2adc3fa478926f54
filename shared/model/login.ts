// Owns what is known of starting with the session: what the system has set, never what was wished.
import * as z from 'zod'

/** Why it is off though it was wanted. */
export const LOGIN_OFF_REASONS = [
  // In the system's own list of what starts.
  'switched-off-outside',
  'starts-another',
  'refused',
  // The system answers only when it is asked to change it.
  'not-told',
] as const

export const LOGIN_LACKS = ['not-installed', 'second-person', 'no-portal', 'system-says-no', 'guest'] as const
export type LoginLack = (typeof LOGIN_LACKS)[number]

export const loginStateSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('on') }),
  /** null: it was never on, or was switched off here. */
  z.strictObject({ is: z.literal('off'), why: z.enum(LOGIN_OFF_REASONS).nullable() }),
  /** Asked for, and waits for the user in the system's own settings. */
  z.strictObject({ is: z.literal('needs-approval') }),
  z.strictObject({ is: z.literal('unavailable'), why: z.enum(LOGIN_LACKS) }),
])
export type LoginState = z.infer<typeof loginStateSchema>
