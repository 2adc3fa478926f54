// Owns how often each system is asked for its windows and screens, and for what at a time. Pure.

export type SourceKind = 'screen' | 'window'
export type Look = { readonly kinds: readonly SourceKind[]; readonly pictures: boolean }

export type LookPlan = {
  /** One after the other as the picker opens. */
  readonly first: readonly Look[]
  /** In turn, as long as it is open. */
  readonly again: readonly Look[]
  readonly pauseMs: number
  /** Between two looks at the same kind, also of two dialogues. */
  readonly coolDownMs: number
  /** How long a list is good for a dialogue that opens after another; 0: it begins empty. */
  readonly listLastsMs: number
}

const BOTH: readonly SourceKind[] = ['screen', 'window']

const QUICK: LookPlan = {
  // Names cost little, pictures of many windows do: nobody waits for them to begin choosing.
  first: [
    { kinds: BOTH, pictures: false },
    { kinds: BOTH, pictures: true },
  ],
  again: [{ kinds: BOTH, pictures: true }],
  pauseMs: 2_000,
  coolDownMs: 0,
  listLastsMs: 0,
}

/**
 * macOS: asked for both kinds it takes its 3 s limit, asked twice in a row it mostly answers with nothing; 4 s apart and
 * alternating it never did. Measured by Rocket.Chat: docs/KNOWN_ISSUES.md in RocketChat/Rocket.Chat.Electron.
 * So names and pictures come together, and a dialogue that opens soon after another begins with its list.
 */
const ALTERNATING: LookPlan = {
  first: [
    { kinds: ['window'], pictures: true },
    { kinds: ['screen'], pictures: true },
  ],
  again: [
    { kinds: ['window'], pictures: true },
    { kinds: ['screen'], pictures: true },
  ],
  pauseMs: 4_000,
  coolDownMs: 4_000,
  listLastsMs: 30_000,
}

export const lookPlanFor = (platform: string): LookPlan => (platform === 'darwin' ? ALTERNATING : QUICK)

/** The `index`th look of a dialogue. */
export function lookAt({ first, again }: LookPlan, index: number): Look {
  const look = index < first.length ? first[index] : again[(index - first.length) % again.length]
  if (!look) throw new RangeError('a plan without looks')
  return look
}

/** How long to wait before the `index`th look. `lastAtMs`: when each kind was last looked at, by anybody. */
export function pauseBefore(
  plan: LookPlan,
  index: number,
  { lastAtMs, nowMs }: { readonly lastAtMs: ReadonlyMap<SourceKind, number>; readonly nowMs: number },
): number {
  const cooling = lookAt(plan, index).kinds.map((kind) => {
    const last = lastAtMs.get(kind)
    return last === undefined ? 0 : last + plan.coolDownMs - nowMs
  })
  return Math.max(index < plan.first.length ? 0 : plan.pauseMs, ...cooling)
}
