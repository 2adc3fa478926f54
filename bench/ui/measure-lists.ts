// Owns the figures of long lists: two apps in turn, one with 5 000 calls and 2 000 contacts, one with none.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { say } from '../../build/setup/say.mjs'
import { launchElectron } from '../../e2e/fixtures/electron-client'
import { arrive, personAt, type Person } from '../../e2e/fixtures/person'
import { manyContacts, manyRecords } from '../../renderer/gallery/many-people'
import { MAX_RECORDS, type History } from '../../shared/model/call-record'
import { NO_CONTACTS, type Contacts } from '../../shared/model/contact'
import { text } from '../../shared/text/en'
import { comparisonRow, plainRow, type Row } from '../rows'
import { NOTE_USABLE, afterClick, timeKeys, usableAtMs } from './page-moments'

const CONTACTS = 2_000
/** Typed key by key and taken away again: many matches at first, few at the end, accents left out. */
const TYPED = 'ines duarte 16'

export async function measureLists(pairs: number): Promise<readonly Row[]> {
  const full = await startApp('Full', true)
  const empty = await startApp('Empty', false)
  try {
    say('Opening …')
    const opening = await inTurn(pairs, full, empty, openAgain)
    say('Contacts …')
    const contacts = await inTurn(pairs, full, empty, openContacts)
    say('Searching …')
    const recentKeys = await search(full.page, pairs)
    await full.page.getByRole('tab', { name: text.home.contacts }).click()
    const contactKeys = await search(full.page, pairs)
    const unit = 'ms'
    const about = (name: string, goal: string) => ({ name: `Electron: ${name}`, unit, goal })
    return [
      comparisonRow(about('window opened → list usable', '≤ 1.5×'), ...opening),
      comparisonRow(about('contacts chosen → list usable', '≤ 1.5×'), ...contacts),
      plainRow(about('key → result, 5 000 calls', '≤ 50 ms p95'), recentKeys),
      plainRow(about('key → result, 2 000 contacts', '≤ 50 ms p95'), contactKeys),
    ]
  } finally {
    await full.stop()
    await empty.stop()
  }
}

async function startApp(name: string, isFull: boolean): Promise<Person> {
  const first = await arrive({ name, host: 'electron', server: '', reach: { mode: 'this-computer' } })
  await first.ui.ownLink()
  const profile = first.electron?.profile ?? ''
  await first.electron?.stop()
  if (isFull) fill(profile)
  const client = await launchElectron({ profile })
  const person = personAt(client, name)
  await person.ui.ownLink()
  await client.page.addInitScript(NOTE_USABLE)
  return person
}

function fill(profile: string): void {
  const people = manyContacts(CONTACTS)
  const next = MAX_RECORDS + 1
  const records = [...manyRecords(MAX_RECORDS, people)]
  const history: History = { v: 2, next, seenBelow: next, records }
  const contacts: Contacts = { ...NO_CONTACTS, contacts: [...people] }
  writeFileSync(join(profile, 'history.json'), JSON.stringify(history))
  writeFileSync(join(profile, 'contacts.json'), JSON.stringify(contacts))
}

/** The first round warms caches and compilers, and isn't counted. */
async function inTurn(
  pairs: number,
  full: Person,
  empty: Person,
  measure: (page: Page) => Promise<number>,
): Promise<readonly [full: readonly number[], empty: readonly number[]]> {
  const [ours, reference]: [number[], number[]] = [[], []]
  for (let round = -1; round < pairs; round += 1) {
    const took = await measure(full.page)
    const emptyTook = await measure(empty.page)
    if (round < 0) continue
    ours.push(took)
    reference.push(emptyTook)
  }
  return [ours, reference]
}

async function openAgain(page: Page): Promise<number> {
  await page.reload({ waitUntil: 'commit' })
  return usableAtMs(page)
}

async function openContacts(page: Page): Promise<number> {
  const took = await afterClick(page.getByRole('tab', { name: text.home.contacts }))
  await page.getByRole('tab', { name: text.home.recent }).click()
  return took
}

async function search(page: Page, rounds: number): Promise<readonly number[]> {
  const field = page.getByLabel(text.home.search)
  await field.focus()
  const times: number[] = []
  for (let round = -1; round < rounds; round += 1) {
    const typed = Array.from(TYPED)
    const took = await timeKeys(page, [...typed, ...typed.map(() => 'Backspace')])
    if (round >= 0) times.push(...took)
  }
  return times
}
