// Owns what the parts say to each other about "Ring me in 10 seconds": how far the test is, and what each of its steps found.
// What main says is what it has observed or read, and `unknown` where it could do neither.
import * as z from 'zod'
import { testValueSchema } from '../protocol/self-test'
import { loginStateSchema } from './login'

export const COUNT_DOWN_MS = 10_000

/** Why it doesn't begin now: a call is on, or one rings. */
export const TEST_REFUSALS = ['in-call', 'rings'] as const
export type TestRefusal = (typeof TEST_REFUSALS)[number]

/** Why nothing was sent: no connection to the server, or it didn't take it. */
export const SEND_TROUBLES = ['not-connected', 'not-taken'] as const
export type SendTrouble = (typeof SEND_TROUBLES)[number]

/** null: it begins, or is on already. */
export const testBegunSchema = z.strictObject({ refused: z.enum(TEST_REFUSALS).nullable() })
export const testSentSchema = z.strictObject({ value: testValueSchema })
export const notSentSchema = z.strictObject({ value: testValueSchema, why: z.enum(SEND_TROUBLES) })

const ms = z.int().min(0).max(120_000)
const label = z.string().max(256)
/** Why nothing was to be seen or heard: nothing came back, or it is not to disturb. */
const untested = ['no-ring', 'quiet'] as const

export const testStepSchema = z.discriminatedUnion('step', [
  /** `ms`: out and back. */
  z.strictObject({
    step: z.literal('server'),
    found: z.enum(['returned', ...SEND_TROUBLES, 'not-returned']),
    ms: ms.nullable(),
  }),
  z.strictObject({ step: z.literal('tray'), found: z.enum(['there', 'none']) }),
  z.strictObject({
    step: z.literal('notification'),
    /** `not-said`: the system says nothing of whether it took it. */
    found: z.enum(['shown', 'nobody', 'failed', 'not-said', ...untested]),
    /** Who shows them, as it calls itself. */
    server: z.string().max(60).nullable(),
    actions: z.boolean(),
    persistence: z.boolean(),
  }),
  /** `ms`: after how long it was on the screen. */
  z.strictObject({
    step: z.literal('window'),
    found: z.enum(['shown', 'not-shown', ...untested]),
    ms: ms.nullable(),
  }),
  /** `gone`: the chosen one isn't there, and it rings on the system's own. */
  z.strictObject({
    step: z.literal('ringer'),
    found: z.enum(['there', 'none', 'gone', 'turned-down', 'muted', 'mute-unknown']),
    /** As the system calls it; null: the system's own. */
    label: label.nullable(),
  }),
  /** `ms`: after how long it was measured; `peak`: the loudest sample then, 0 to 1. */
  z.strictObject({
    step: z.literal('sound'),
    found: z.enum(['heard', 'silent', 'not-played', ...untested]),
    ms: ms.nullable(),
    peak: z.number().min(0).max(1).nullable(),
  }),
  /** Ours. */
  z.strictObject({ step: z.literal('quiet'), found: z.enum(['off', 'by-hand', 'sharing']) }),
  /** `ignored`: it is on, and Parley doesn't follow it. */
  z.strictObject({
    step: z.literal('systemQuiet'),
    found: z.enum(['off', 'followed', 'ignored', 'unknown']),
  }),
  z.strictObject({ step: z.literal('login'), found: loginStateSchema }),
])
export type TestStep = z.infer<typeof testStepSchema>
export type TestStepName = TestStep['step']
export type TestStepOf<N extends TestStepName> = Extract<TestStep, { step: N }>

export const testReportSchema = z.strictObject({
  /** Wall clock. */
  atMs: z.int().min(0),
  /** The test's ring was accepted or declined; either only ended it. */
  answered: z.boolean(),
  steps: z.array(testStepSchema).max(9),
})
export type TestReport = z.infer<typeof testReportSchema>

export const selfTestSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('idle') }),
  z.strictObject({ is: z.literal('counting'), leftMs: z.int().min(0).max(COUNT_DOWN_MS) }),
  z.strictObject({ is: z.literal('running'), part: z.enum(['sending', 'ringing', 'looking']) }),
  /** A call came: the line is its own. */
  z.strictObject({ is: z.literal('interrupted') }),
  z.strictObject({ is: z.literal('over'), report: testReportSchema }),
])
export type SelfTest = z.infer<typeof selfTestSchema>
export const NO_SELF_TEST: SelfTest = { is: 'idle' }
