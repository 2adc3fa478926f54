// Owns what the parts say to each other about sharing: sources in the picker, what this system can do, how a share is
// sent, and what the sharing bar shows.
import * as z from 'zod'

/** Titles can be thousands of characters; whoever reads more than this doesn't read a title. Cleaned in main. */
export const MAX_TITLE_CHARS = 200
/** Electron's own ids are `window:<number>:<number>` and `screen:<number>:<number>`. */
export const sourceIdSchema = z.string().regex(/^(?:window|screen):\d{1,20}:\d{1,20}$/)
/** One opening of the picker. An id is good in the dialogue in which it was offered, and nowhere else. */
export const dialogueSchema = z.string().regex(/^[0-9a-f]{16}$/)

const picture = z
  .string()
  .max(400_000)
  .regex(/^data:image\/(?:jpeg|png);base64,/)

export const shareSourceSchema = z.strictObject({
  id: sourceIdSchema,
  kind: z.enum(['screen', 'window']),
  title: z.string().max(MAX_TITLE_CHARS),
  /** The program's name, where the system tells it. */
  program: z.string().max(MAX_TITLE_CHARS).nullable(),
  /** Equal for windows of one program: they stand together. */
  group: z.string().max(MAX_TITLE_CHARS),
  icon: picture.nullable(),
  /** null: not taken yet, or it couldn't be taken; `thumbnailFailed` tells which. */
  thumbnail: picture.nullable(),
  thumbnailFailed: z.boolean(),
})
export type ShareSource = z.infer<typeof shareSourceSchema>

/** More windows than this aren't listed, and the picker says so. */
export const MAX_SOURCES = 300

/** The list as it is now: names first, pictures after, a window that closed is gone from it. */
export const shareSourcesSchema = z.strictObject({
  dialogue: dialogueSchema,
  state: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('loading') }),
    z.strictObject({
      is: z.literal('listed'),
      sources: z.array(shareSourceSchema).max(MAX_SOURCES),
      /** How many more there are than are listed. */
      left: z.int().min(0),
    }),
    /** The system doesn't let us look (macOS), or looking failed. */
    z.strictObject({ is: z.literal('denied') }),
    z.strictObject({ is: z.literal('failed') }),
  ]),
})
export type ShareSources = z.infer<typeof shareSourcesSchema>

export const SYSTEM_SOUND_REASONS = [
  /** Linux: what the call plays would go back to the other side. */
  'would-echo',
  /** This version of the system has no way to leave our own sound out. */
  'system-too-old',
  /** macOS: gives silence on some versions, so it is off until it can be trusted. */
  'not-reliable',
  'not-in-browser',
] as const

export const shareAbilitiesSchema = z.strictObject({
  /** `own`: our picker. `system`: the system shows its own dialogue, and ours would be a second one. */
  picker: z.enum(['own', 'system']),
  systemSound: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('available') }),
    z.strictObject({ is: z.literal('unavailable'), why: z.enum(SYSTEM_SOUND_REASONS) }),
  ]),
  /** Whether the sharing bar can stay on top; where it can't, the app alone says what is shared. */
  bar: z.boolean(),
  /** Whether the system leaves our own windows out of a shared screen. */
  hidesOwnWindows: z.boolean(),
  /** Whether what is shared gets a border: by us, by the system, or not at all. */
  border: z.strictObject({
    screen: z.enum(['ours', 'system', 'none']),
    window: z.enum(['ours', 'system', 'none']),
  }),
})
export type ShareAbilities = z.infer<typeof shareAbilitiesSchema>

export const SHARE_MODES = ['text', 'motion'] as const
export type ShareMode = (typeof SHARE_MODES)[number]
export const RESOLUTION_LIMITS = ['native', '1440p', '1080p', '720p'] as const
export type ResolutionLimit = (typeof RESOLUTION_LIMITS)[number]

/** How a share is sent. */
export const shareManner = z.strictObject({
  mode: z.enum(SHARE_MODES),
  /** Frames a second in motion mode; text mode chooses by itself between 5 and 15. */
  motionFps: z.union([z.literal(30), z.literal(60)]),
  limit: z.enum(RESOLUTION_LIMITS),
})
export type ShareManner = z.infer<typeof shareManner>
export const DEFAULT_MANNER: ShareManner = { mode: 'text', motionFps: 30, limit: 'native' }

/** Why viewers see the last real picture instead of a live one. */
export const HELD_REASONS = [
  'paused',
  /** The window is minimised, and the system says so. */
  'minimised',
  /** It is on another desktop, and the system says so. */
  'other-desktop',
  /** It gives no picture: minimised or on another desktop. */
  'hidden',
  'locked',
] as const
export type HeldReason = (typeof HELD_REASONS)[number]

/** As the bar says it: a shared window that was closed is `lost`, until its program opens it again or nobody waits for it. */
export const SHOWN_HELD = [...HELD_REASONS, 'lost', 'came-back'] as const
export type ShownHeld = (typeof SHOWN_HELD)[number]

/** What the system says of the source that is shared. Where it says nothing, the track's own size tells (2 × 2 is hidden). */
export const sourceFactsSchema = z.strictObject({
  id: sourceIdSchema,
  is: z.enum(['shown', 'minimised', 'other-desktop', 'gone']),
  /**
   * The same program opened this window after that one was gone: one press goes on with it. Its title may be another one,
   * so whoever is asked reads it.
   */
  successor: z
    .strictObject({ id: sourceIdSchema, dialogue: dialogueSchema, title: z.string().max(MAX_TITLE_CHARS) })
    .nullable(),
})
export type SourceFacts = z.infer<typeof sourceFactsSchema>

/** What the sharing bar and the border show; null: nothing is shared. */
export const shareShownSchema = z.strictObject({
  /** null where the system's own dialogue chose it. */
  sourceId: sourceIdSchema.nullable(),
  kind: z.enum(['screen', 'window']),
  title: z.string().max(MAX_TITLE_CHARS),
  /** Wall clock, milliseconds. */
  startedAt: z.number().min(0),
  held: z.enum(SHOWN_HELD).nullable(),
  /** While it is lost or came back. */
  waits: z
    .strictObject({
      /** When sharing ends if nothing is pressed; wall clock, milliseconds. */
      until: z.number().min(0),
      /** Of the window that would take its place, where it is called otherwise. */
      otherTitle: z.string().max(MAX_TITLE_CHARS).nullable(),
    })
    .optional(),
  /** The viewer's own words on what they see: "Ben sees 1280 × 720, 12 fps". Empty while unknown. */
  seen: z.string().max(400),
  /** Something is worth pressing in the app: text may be blurred. */
  isTroubled: z.boolean(),
})
export type ShareShown = z.infer<typeof shareShownSchema>

/** To the bar's page: with the icon of the program whose window it is, where the picker saw one. */
export const barShownSchema = shareShownSchema.extend({ icon: picture.nullable() })
export type BarShown = z.infer<typeof barShownSchema>

/** `go-on`: with the window that came back. */
export const BAR_PRESSES = ['switch', 'pause', 'resume', 'go-on', 'stop', 'open'] as const
export type BarPress = (typeof BAR_PRESSES)[number]
