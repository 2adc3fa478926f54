// Owns our ring tones: what each is made of, all three as loud to the ear. Pure.
import type { RingTone } from '../../../shared/model/ring'
import type { Note, Partial, Sound } from './render-sound'

type Struck = readonly [atMs: number, hz: number, loud: number]

const notesOf = (
  struck: readonly Struck[],
  { level, lastsMs, partials }: Pick<Note, 'lastsMs' | 'partials'> & { readonly level: number },
): readonly Note[] => struck.map(([atMs, hz, loud]) => ({ atMs, hz, loud: loud * level, lastsMs, partials }))

const twice = (struck: readonly Struck[], afterMs: number): readonly Struck[] => [
  ...struck,
  ...struck.map(([atMs, hz, loud]): Struck => [atMs + afterMs, hz, loud]),
]

const [G4, C5, D5, E5, G5, A5, B5, CIS6, E6] = [
  392, 523.25, 587.33, 659.26, 783.99, 880, 987.77, 1108.73, 1318.51,
]

/** Tubes: nearly a pure wave. */
const TUBE: readonly Partial[] = [
  { ratio: 1, loud: 1, decay: 3 },
  { ratio: 2, loud: 0.25, decay: 11 },
]
/** A bell's hum, prime, tierce, quint and nominal, which agree with no one scale. */
const BELL: readonly Partial[] = [
  { ratio: 0.5, loud: 0.5, decay: 1.4 },
  { ratio: 1, loud: 1, decay: 2 },
  { ratio: 1.19, loud: 0.55, decay: 2.6 },
  { ratio: 1.5, loud: 0.3, decay: 3.2 },
  { ratio: 2, loud: 0.7, decay: 3.5 },
  { ratio: 2.74, loud: 0.35, decay: 6 },
  { ratio: 4.07, loud: 0.2, decay: 10 },
]
/** Wooden bars over pipes: two octaves above the note, and gone at once. */
const BAR: readonly Partial[] = [
  { ratio: 1, loud: 1, decay: 9 },
  { ratio: 3.93, loud: 0.4, decay: 30 },
  { ratio: 9.5, loud: 0.12, decay: 70 },
]

// A rising fourth and thirds, twice: bright enough to be heard from the next room, no alarm.
const CHIME = twice(
  [
    [0, E5, 1],
    [140, A5, 1],
    [280, CIS6, 0.9],
    [420, E6, 0.8],
  ],
  1_000,
)
// Two strokes, slow, the lower one answering.
const STROKES: readonly Struck[] = [
  [0, B5, 1],
  [850, G5, 1],
]
// Short and off the beat, twice.
const WOOD = twice(
  [
    [0, C5, 1],
    [150, G4, 0.8],
    [300, C5, 0.9],
    [600, E5, 1],
    [750, D5, 0.8],
    [1_050, G5, 1],
  ],
  1_400,
)

// The levels are what the test of equal loudness asks for.
export const RING_SOUNDS: Readonly<Record<RingTone, Sound>> = {
  chime: { lastsMs: 3_600, notes: notesOf(CHIME, { level: 0.36, lastsMs: 1_000, partials: TUBE }) },
  bell: { lastsMs: 4_200, notes: notesOf(STROKES, { level: 0.425, lastsMs: 2_400, partials: BELL }) },
  marimba: { lastsMs: 3_800, notes: notesOf(WOOD, { level: 0.63, lastsMs: 420, partials: BAR }) },
}
