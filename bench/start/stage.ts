// Owns what the starts need: both programs packed, a desktop with a tray, a home server elsewhere, and a home for each that was
// started before.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDesktopBus } from '../../e2e/desktop/desktop-bus'
import { forgetProfile } from '../../e2e/fixtures/electron-client'
import type { ReachAnswer } from '../../e2e/fixtures/screens-model'
import { firstStart } from '../first-start'
import { startNoticingHome, type NoticingHome } from './home-relay'
import { watchMaps, type MapWatch } from './map-watch'
import { packPrograms, type PackedPrograms } from './packed-programs'
import type { ProgramHome } from './program-start'

export interface StartStage extends PackedPrograms {
  readonly maps: MapWatch
  readonly homeServer: NoticingHome
  /** The first start was answered so; null: the empty window's, which asks nothing. */
  readonly homeOf: (reach: ReachAnswer | null) => Promise<ProgramHome>
}

type End = () => Promise<void> | void

/** Ends all that was begun, also where the beginning or `work` fails. */
export async function onStartStage<T>(work: (stage: StartStage) => Promise<T>): Promise<T> {
  const ends: End[] = []
  try {
    const programs = await packPrograms()
    const bus = await startDesktopBus()
    ends.push(() => bus.stop())
    const homeServer = await startNoticingHome()
    ends.push(homeServer.stop)
    const maps = watchMaps()
    ends.push(maps.stop)
    const folder = mkdtempSync(join(tmpdir(), 'parley-home-'))
    ends.push(() => rmSync(folder, { recursive: true, force: true }))
    const env = { ...bus.env, HOME: folder }
    const homeOf = async (reach: ReachAnswer | null): Promise<ProgramHome> => {
      const profile = reach === null ? emptyProfile() : (await firstStart(reach, env)).profile
      ends.push(() => forgetProfile(profile))
      return { profile, env }
    }
    return await work({ ...programs, maps, homeServer, homeOf })
  } finally {
    for (const end of ends.reverse()) await end()
  }
}

const emptyProfile = (): string => mkdtempSync(join(tmpdir(), 'parley-empty-'))
