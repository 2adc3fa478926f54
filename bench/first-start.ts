// Owns profiles whose first start was answered: by the test driver, as a person would.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { arrive } from '../e2e/fixtures/person'
import type { ReachAnswer } from '../e2e/fixtures/screens-model'

export interface AnsweredProfile {
  readonly profile: string
  readonly link: string
}

/** What is measured starts anew on that profile. */
export async function firstStart(
  reach: ReachAnswer,
  env: Readonly<Record<string, string>>,
): Promise<AnsweredProfile> {
  const profile = mkdtempSync(join(tmpdir(), 'parley-profile-'))
  const person = await arrive({
    name: 'Ben',
    host: 'electron',
    ...{ server: '', reach },
    media: [],
    electron: { profile, env },
  })
  const link = await person.ui.ownLink()
  await person.electron?.stop()
  return { profile, link }
}
