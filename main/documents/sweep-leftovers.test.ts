import { expect, it } from 'vitest'
import { silentLog } from '../log/log'
import { createMemoryFolder } from '../testing/memory-folder'
import { openDocuments } from './open-documents'
import { createPictureFolder } from './picture-folder'
import { createTroubles } from './troubles'

const PICTURE = `${'a'.repeat(32)}.jpg.b64`

it('a start removes what cut-short writes left, and nothing else', async () => {
  const stays = [
    'Preferences',
    'Preferences.12',
    'settings.json.bak',
    'settings.damaged-2026.json',
    'identity.set-aside-2026-11-30T05-00-00-000Z.json',
    'other.json.7',
  ]
  const goes = [
    'settings.json.3141592653',
    'contacts.last-good.json.7',
    'history.json.8',
    'advertised.json.9',
    'identity.json.10',
    'identity.set-aside-2026-11-30T05-00-00-000Z.json.11',
  ]
  const folder = createMemoryFolder(Object.fromEntries([...stays, ...goes].map((name) => [name, '{}'])))
  await openDocuments({
    folder,
    troubles: createTroubles(() => undefined),
    now: () => 0,
    log: silentLog,
  })
  expect([...folder.files.keys()]).toEqual(stays)
})

it('what was left of a picture goes with the pictures that nobody names', async () => {
  const folder = createMemoryFolder({ [PICTURE]: 'x', [`${PICTURE}.12`]: 'x', 'notes.jpg.b64.1': 'mine' })
  await createPictureFolder(folder, silentLog).keepOnly(new Set([PICTURE.slice(0, 32)]))
  expect([...folder.files.keys()]).toEqual([PICTURE, 'notes.jpg.b64.1'])
})
