// Owns what every part of the benchmark gets: both sides, each over a link of its own, and windows to share.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLink, type LinkLimits } from '../../e2e/link/link'
import { startTestWindows, type TestWindows } from '../../e2e/windows/test-windows'
import { startBareShare } from './bare-share'
import { startOurShare, type OurShare } from './our-share'
import type { ShareSides } from './share-side'

export interface Stage extends ShareSides<OurShare> {
  readonly windows: TestWindows
  /** For files that are forgotten at the end. */
  readonly folder: string
  readonly setLinks: (limits: Partial<LinkLimits>) => Promise<void>
}

export const OPEN_LINK: LinkLimits = {
  rateKbps: 0,
  delayMs: 0,
  jitterMs: 0,
  lossPct: 0,
  queueMs: 300,
  isCut: false,
}

/** Ends all that was begun, also where the beginning or `work` fails. */
export async function onStage<T>(work: (stage: Stage) => Promise<T>): Promise<T> {
  const ends: (() => Promise<void> | void)[] = []
  const begun = async <S extends { readonly stop: () => Promise<void> }>(
    starting: Promise<S>,
  ): Promise<S> => {
    const started = await starting
    ends.push(started.stop)
    return started
  }
  try {
    const folder = mkdtempSync(join(tmpdir(), 'bench-share-'))
    ends.push(() => rmSync(folder, { recursive: true, force: true }))
    const windows = startTestWindows()
    ends.push(windows.stop)
    const links = [await begun(startLink()), await begun(startLink())] as const
    const ours = await begun(startOurShare(links[0]))
    const bare = await begun(startBareShare(links[1]))
    const setLinks: Stage['setLinks'] = async (limits) => {
      for (const link of links) await link.set(limits)
    }
    return await work({ ours, bare, windows, folder, setLinks })
  } finally {
    for (const end of ends.reverse()) await end()
  }
}
