// Owns the interface that ours and the reference share with the benchmark: one presenter, one viewer, one link of their own.
import type { Page } from '@playwright/test'
import type { Link } from '../../e2e/link/link'
import type { TestWindow } from '../../e2e/windows/test-windows'

export type Mode = 'text' | 'motion'

export interface ShareSide {
  readonly name: 'ours' | 'bare'
  readonly link: Link
  readonly viewer: Page
  /** Of what the viewer's page draws, by selector. */
  readonly picture: string
  /** @returns when it was pressed, wall-clock milliseconds. */
  share(window: TestWindow, mode?: Mode): Promise<number>
  stopSharing(): Promise<void>
  /** A call, or connection, that has sent no pictures yet. */
  connectAnew(): Promise<void>
  readonly stop: () => Promise<void>
}

export interface ShareSides<Ours extends ShareSide = ShareSide> {
  readonly ours: Ours
  readonly bare: ShareSide
}

/** Ours, then the reference, in turn; what each gave, in order. */
export async function inTurn<T>(
  sides: ShareSides,
  rounds: number,
  work: (side: ShareSide, round: number) => Promise<T>,
): Promise<{ readonly ours: T[]; readonly bare: T[] }> {
  const ours: T[] = []
  const bare: T[] = []
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await work(sides.ours, round))
    bare.push(await work(sides.bare, round))
  }
  return { ours, bare }
}
