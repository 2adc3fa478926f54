// Owns what is heard while it rings at the other end.
import type { Partial, Sound } from '../../lib/tones/render-sound'

const SOFT: readonly Partial[] = [
  { ratio: 1, loud: 1, decay: 5 },
  { ratio: 2, loud: 0.2, decay: 14 },
]
const at = (atMs: number) => [
  { atMs, lastsMs: 420, hz: 440, loud: 0.13, partials: SOFT },
  { atMs, lastsMs: 420, hz: 554.37, loud: 0.09, partials: SOFT },
]

/** Two low soft tones, as telephones do, but quieter than a voice. */
export const RINGBACK: Sound = { lastsMs: 4_000, notes: [...at(0), ...at(560)] }
