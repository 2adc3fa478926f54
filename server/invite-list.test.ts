// Who may use a server with a list, over real connections.
import { afterEach, expect, it } from 'vitest'
import { connectClient, createTestIdentity, isNotice, openSocket, takeTicket } from './testing/test-client'
import { startTestServer, TEST_CONFIG, type TestServer } from './testing/test-server'

let server: TestServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})
const [ann, bob, eve] = [createTestIdentity(), createTestIdentity(), createTestIdentity()]
const startFor = async (...invited: readonly { readonly id: string }[]): Promise<TestServer> =>
  (server = await startTestServer({ config: { invited: new Set(invited.map(({ id }) => id)) } }))
const change = (...invited: readonly { readonly id: string }[]): void =>
  server?.running.reload({ ...TEST_CONFIG, invited: new Set(invited.map(({ id }) => id)) })

it('lets those on the list in, and tells the others why not', async () => {
  const { base } = await startFor(ann, bob)
  const client = await connectClient(base, ann)
  await connectClient(base, bob)
  expect(await client.sendCtl(bob.id, '{}')).toBe('delivered')
  await expect(takeTicket(base, eve)).rejects.toThrow('not-invited')
})

it('follows the list as it changes: at once for who is connected, and for tickets from before', async () => {
  const { base } = await startFor(ann, bob, eve)
  const [client, gone] = [await connectClient(base, ann), await connectClient(base, bob)]
  const token = await takeTicket(base, eve)
  change(ann)
  await gone.next(isNotice('not-invited'))
  await gone.closed
  await openSocket(base, { id: eve.id, token }).next(isNotice('not-invited'))
  expect(await client.sendCtl(ann.id, '{}')).toBe('delivered')
  change(ann, bob)
  await connectClient(base, bob)
})
