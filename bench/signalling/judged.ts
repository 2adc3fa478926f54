// Owns saying whether a goal is met.
import type { Row } from '../rows'

/** `isMet` is asked about a row with a ratio; one without has missed a goal that is a ratio. */
export const judged = (row: Row, isMet: (row: Row & { readonly ratio: number }) => boolean): Row => ({
  ...row,
  met: isMet({ ...row, ratio: row.ratio ?? Number.POSITIVE_INFINITY }),
})
