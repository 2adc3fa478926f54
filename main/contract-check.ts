// Owns checking what main itself says against the contract, in tests and while we develop. What was found right stays right,
// since nothing of ours is changed in place: a document of 5 000 calls is checked once, not for each window and each reading.
import type * as z from 'zod'

/** Whether the value is what its row of the contract says. */
export type ContractCheck = (row: z.ZodType, value: unknown) => boolean

export function createContractCheck(): ContractCheck {
  const right = new WeakMap<z.ZodType, WeakSet<object>>()
  return (row, value) => {
    const isObject = typeof value === 'object' && value !== null
    if (isObject && right.get(row)?.has(value) === true) return true
    if (!row.safeParse(value).success) return false
    if (!isObject) return true
    const known = right.get(row) ?? new WeakSet()
    right.set(row, known.add(value))
    return true
  }
}
