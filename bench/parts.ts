// Owns measuring the parts of a benchmark one after the other, or the one that was asked for.
import { say } from '../build/setup/say.mjs'
import type { Row } from './rows'

export interface Part {
  readonly name: string
  readonly measure: (pairs: number) => Promise<readonly Row[]>
}

/** Before anything is prepared for them. `only`: null for all. */
export function chooseParts<P extends Pick<Part, 'name'>>(
  parts: readonly P[],
  only: string | null,
): readonly P[] {
  const chosen = parts.filter(({ name }) => only === null || name === only)
  if (chosen.length > 0) return chosen
  throw new Error(
    `There is no part "${String(only)}". There are: ${parts.map(({ name }) => name).join(', ')}.`,
  )
}

export async function measureParts(parts: readonly Part[], pairs: number): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const { name, measure } of parts) {
    const beganMs = performance.now()
    rows.push(...(await measure(pairs)))
    say(`${name}: measured in ${((performance.now() - beganMs) / 1000).toFixed(0)} s`)
  }
  return rows
}
