// Owns how it stands with a newer Parley: what main tells and settings show.
import * as z from 'zod'

export const MAX_VERSION_CHARS = 64
/** Plain text of a page or so; what is longer is cut. */
export const MAX_NOTES_CHARS = 4_000

/** Why this Parley doesn't look for newer ones itself. */
export const UPDATES_OFF = [
  // Built without the address to ask.
  'no-provider',
  // Installed by the system's package manager, which updates it.
  'system-package',
  // Unpacked from an archive: nothing says where the rest of it lies.
  'portable',
  // Its own file or folder can't be written.
  'not-writable',
  'guest',
] as const
export type UpdatesOff = (typeof UPDATES_OFF)[number]

export const UPDATE_PROBLEMS = [
  'unreachable',
  // An answer that is none, or of a server in trouble.
  'server',
  // Not what its maker said it is: another hash, another signature.
  'tampered',
  'disk-full',
  'not-writable',
  'failed',
] as const
export type UpdateProblem = (typeof UPDATE_PROBLEMS)[number]

const version = z.string().min(1).max(MAX_VERSION_CHARS)
export const updateStateSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('off'), why: z.enum(UPDATES_OFF) }),
  /** `asked`: somebody answered, and this is the newest. */
  z.strictObject({ is: z.literal('none'), asked: z.boolean() }),
  z.strictObject({ is: z.literal('checking') }),
  /** `part` of the whole, 0 to 1. */
  z.strictObject({ is: z.literal('loading'), version, part: z.number().min(0).max(1) }),
  /** Here and checked; takes the place of this one as Parley ends. */
  z.strictObject({ is: z.literal('ready'), version, notes: z.string().max(MAX_NOTES_CHARS) }),
  /** This one goes on. `version`: which one couldn't be had; null where none was named. */
  z.strictObject({ is: z.literal('failed'), problem: z.enum(UPDATE_PROBLEMS), version: version.nullable() }),
  /** The system put it in this one's place already; what runs is the one before. */
  z.strictObject({ is: z.literal('replaced'), version }),
])
export type UpdateState = z.infer<typeof updateStateSchema>
