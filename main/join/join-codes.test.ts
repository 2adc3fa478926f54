import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { joinCodeSchema } from '../../shared/protocol/join-code'
import { fail, ok } from '../../shared/result'
import { StoredDocument } from '../documents/stored-document'
import { silentLog } from '../log/log'
import { createFakeKeyring, type FakeKeyring } from '../testing/fake-keyring'
import { createMemoryFolder, type MemoryFolder } from '../testing/memory-folder'
import { JoinCodes } from './join-codes'
import { joinCodesSchema, MAX_JOIN_CODES, NO_JOIN_CODES } from './join-codes-document'

const [vector] = z
  .object({
    joinProofs: z.array(
      z.object({
        code: joinCodeSchema,
        nonce: z.string(),
        audience: z.string(),
        id: z.string(),
        proof: z.string(),
      }),
    ),
  })
  .parse(
    JSON.parse(readFileSync(new URL('../../shared/protocol/vectors.json', import.meta.url), 'utf8')),
  ).joinProofs
if (!vector) throw new Error('no vector')
const { code, proof, audience: server, ...asked } = vector
const SERVER = 'https://other.example/'
const FILE = 'join-codes.json'

type Parts = { readonly folder?: MemoryFolder; readonly keyring?: FakeKeyring }

/** One start of the app; a second one over the same folder is the next start. */
async function start({ folder = createMemoryFolder(), keyring = createFakeKeyring('working') }: Parts = {}) {
  const document = new StoredDocument({
    ...{ name: 'join-codes', schema: joinCodesSchema, defaults: NO_JOIN_CODES, maxBytes: 1_000_000 },
    ...{ folder, now: () => 0, log: silentLog, onTrouble: () => undefined },
  })
  await document.open()
  return { codes: new JoinCodes({ document, keyring, log: silentLog }), document, folder, keyring }
}

const KNOWN = ok({ proof })
const UNKNOWN = ok({ proof: null })

describe.each(['working', 'absent', 'refuses-to-seal'] as const)('with a keyring that is %s', (mood) => {
  it('a code is proved as the vectors say, also after the next start', async () => {
    const first = await start({ keyring: createFakeKeyring(mood) })
    expect(await first.codes.prove({ server, ...asked })).toEqual(UNKNOWN)
    expect(await first.codes.keep(server, code)).toEqual(ok(undefined))
    expect(await first.codes.prove({ server, ...asked })).toEqual(KNOWN)
    const next = await start(first)
    expect(await next.codes.prove({ server, ...asked })).toEqual(KNOWN)
    expect(await next.codes.prove({ server: SERVER, ...asked })).toEqual(UNKNOWN)
  })

  it('lies in the file only where no keyring takes it', async () => {
    const { codes, folder } = await start({ keyring: createFakeKeyring(mood) })
    await codes.keep(server, code)
    expect(folder.files.get(FILE)?.includes(code)).toBe(mood !== 'working')
  })
})

it('a newer code takes the place of the one before', async () => {
  const { codes, document } = await start()
  await codes.keep(server, 'one that was mistyped')
  expect(await codes.prove({ server, ...asked })).not.toEqual(KNOWN)
  await codes.keep(server, code)
  expect(await codes.prove({ server, ...asked })).toEqual(KNOWN)
  expect(document.read().codes).toHaveLength(1)
})

it('one name of a server is the other, where they mean the same', async () => {
  const { codes } = await start()
  await codes.keep('HTTPS://calls.example', code)
  expect(await codes.prove({ server, ...asked })).toEqual(KNOWN)
  expect(await codes.keep('ftp://calls.example', code)).toMatchObject({ ok: false, code: 'bad-input' })
})

it('a locked keyring is said, and asked again later', async () => {
  const first = await start()
  await first.codes.keep(server, code)
  const { codes, keyring } = await start({
    folder: first.folder,
    keyring: createFakeKeyring('locked'),
  })
  expect(await codes.prove({ server, ...asked })).toEqual(fail('identity-locked'))
  expect(await codes.keep(SERVER, code)).toEqual(fail('identity-locked'))
  keyring.unlock()
  expect(await codes.prove({ server, ...asked })).toEqual(KNOWN)
})

it('one that the keyring can’t read any more is as none', async () => {
  const first = await start()
  await first.codes.keep(server, code)
  const { codes } = await start({ folder: first.folder, keyring: createFakeKeyring('broken') })
  expect(await codes.prove({ server, ...asked })).toEqual(UNKNOWN)
})

it('says where the disk has no room, and has it until the app ends', async () => {
  const { codes, folder } = await start()
  folder.failWrites('disk-full')
  expect(await codes.keep(server, code)).toMatchObject({ ok: false, code: 'disk-full' })
  expect(await codes.prove({ server, ...asked })).toEqual(KNOWN)
})

it('forgets the oldest past its bound', async () => {
  const { codes, document } = await start({ keyring: createFakeKeyring('absent') })
  for (let k = 0; k <= MAX_JOIN_CODES; k++) await codes.keep(`https://s${String(k)}.example/`, code)
  const kept = document.read().codes.map((one) => one.server)
  expect(kept).toHaveLength(MAX_JOIN_CODES)
  expect(kept[0]).toBe('https://s1.example/')
})

it('a damaged document is set aside, and codes are asked for anew', async () => {
  const { codes, folder } = await start({ folder: createMemoryFolder({ [FILE]: '{"v":1,"codes":[{}]}' }) })
  expect(await codes.prove({ server, ...asked })).toEqual(UNKNOWN)
  expect([...folder.files.keys()].some((name) => name.startsWith('join-codes.damaged-'))).toBe(true)
})
