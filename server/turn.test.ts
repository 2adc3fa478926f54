import { createHmac } from 'node:crypto'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { getJson, postJson, createTestIdentity, newVisitId } from './testing/test-client'
import { startTestServer, TEST_CONFIG, type TestServer } from './testing/test-server'
import { SILENT_LOG } from './log'
import { turnCredentials, type TurnConfig } from './turn'
import { checkTurn } from './turn-check'
import { warnOfTurn } from './turn-warning'

const TURN: TurnConfig = { urls: ['turn:relay.example:3478'], secret: 'north', lifeS: 3_600 }
const ID = 'a'.repeat(32)

let server: TestServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

describe('credentials', () => {
  it('are what coturn makes of the same secret', () => {
    const { username, credential } = turnCredentials(TURN, ID, 1_700_000_000_999)
    expect(username).toMatch(/^1700003600:[0-9a-f]{16}$/)
    expect(credential).toBe(createHmac('sha1', 'north').update(username).digest('base64'))
  })

  it('name one identity alike, and don’t say which', () => {
    const nameOf = (id: string) => turnCredentials(TURN, id, 0).username.split(':')[1]
    expect(nameOf(ID)).toBe(nameOf(ID))
    expect(nameOf(ID)).not.toBe(nameOf('b'.repeat(32)))
    expect(ID).not.toContain(nameOf(ID))
  })
})

it('come with a session and with nothing else, and follow a new secret', async () => {
  server = await startTestServer({ config: { turn: TURN } })
  const { base, running } = server
  const ann = createTestIdentity()
  const ask = async (id: string) => {
    const { json } = await getJson(`${base}challenge`)
    expect(JSON.stringify(json)).not.toContain('relay.example')
    const body = JSON.stringify({ v: 1, nonce: json['nonce'], audience: base, id })
    return (await postJson(`${base}session`, ann.seal('ticket', body))).json
  }
  const first = await ask(newVisitId(ann))
  const { username } = turnCredentials(TURN, ann.id, 0)
  expect(first).toMatchObject({
    iceServers: [{ urls: TURN.urls, username: expect.stringContaining(username.slice(4)) as unknown }],
    iceLifeMs: 3_600_000,
  })
  running.reload({ ...TEST_CONFIG, turn: null })
  expect(await ask(ann.id)).toMatchObject({ iceServers: [] })
})

describe('a relay that is asked', () => {
  it('and isn’t there is silent', async () => {
    const nobody = createServer()
    const port = await new Promise<number>((resolve) =>
      nobody.listen(0, '127.0.0.1', () => {
        const address = nobody.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      }),
    )
    await new Promise((resolve) => nobody.close(resolve))
    const credentials = turnCredentials(TURN, ID, Date.now())
    expect(await checkTurn(`turn:127.0.0.1:${String(port)}?transport=tcp`, credentials)).toBe('silent')
    expect(await checkTurn(`turn:127.0.0.1:${String(port)}`, credentials)).toBe('silent')
  })

  it('is named to the operator in whole sentences', async () => {
    const lines: string[] = []
    const log = { ...SILENT_LOG, warn: (text: string) => void lines.push(text) }
    await warnOfTurn({ ...TURN, urls: ['turn:127.0.0.1:9?transport=tcp'] }, log)
    expect(lines).toEqual(['turn:127.0.0.1:9?transport=tcp doesn’t answer. Calls go without it'])
  })
})
