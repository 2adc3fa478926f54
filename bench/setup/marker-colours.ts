// Owns the colours by which the set-up benchmark knows whose picture it sees: far apart, so that compression can't turn
// one into the other.
import type { Colour } from '../../e2e/fixtures/moments'

export const CALLER_COLOUR: Colour = [225, 60, 40]
export const CALLEE_COLOUR: Colour = [40, 90, 225]
