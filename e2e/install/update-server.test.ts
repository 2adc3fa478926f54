import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startUpdateServer, type UpdateServer, type UpdateTrouble } from './update-server'

const LIST = 'version: 0.2.0\nsha512: abcdefgh\n'
let folder: string
let server: UpdateServer

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-server-'))
  writeFileSync(join(folder, 'file'), '0123456789')
  writeFileSync(join(folder, 'latest.yml'), LIST)
  server = await startUpdateServer({ folder, port: 0, notes: 'a "b"\nc' })
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const get = (name: string, range?: string): Promise<Response> =>
  fetch(`${server.url}${name}?noCache=1`, range === undefined ? {} : { headers: { range } })

it('gives a file, a part of it, and several parts at once', async () => {
  expect(await (await get('file')).text()).toBe('0123456789')
  const one = await get('file', 'bytes=2-4')
  expect([one.status, one.headers.get('content-range'), await one.text()]).toEqual([
    206,
    'bytes 2-4/10',
    '234',
  ])
  expect(await (await get('file', 'bytes=7-')).text()).toBe('789')
  const several = await get('file', 'bytes=0-1, 8-99')
  expect(several.headers.get('content-type')).toBe('multipart/byteranges; boundary=parley-parts')
  expect((await several.text()).split('\r\n').filter((line) => /^(\d|content-range)/.test(line))).toEqual([
    ...['content-range: bytes 0-1/10', '01'],
    ...['content-range: bytes 8-9/10', '89'],
  ])
  expect(server.asked().map(({ ranges }) => ranges)).toEqual([0, 1, 1, 2])
  expect(server.asked()[1]).toMatchObject({ bytes: 3, headers: { range: 'bytes=2-4' } })
})

it.each(['bytes=10-', 'bytes=4-2', 'bytes=-3', 'lines=1-2'])('has no %s of ten bytes', async (range) => {
  expect((await get('file', range)).status).toBe(416)
})

it('writes the notes into the list', async () => {
  expect(await (await get('latest.yml')).text()).toBe(`${LIST}releaseNotes: "a \\"b\\"\\nc"\n`)
  expect((await get('nothing.yml')).status).toBe(404)
})

it.each<[UpdateTrouble, string, number, string]>([
  ['list: error', 'latest.yml', 500, 'No disk.'],
  ['list: none', 'latest.yml', 404, 'Nothing here.'],
  ['list: older version', 'latest.yml', 200, 'version: 0.0.1\n'],
  ['list: wrong digest', 'latest.yml', 200, 'sha512: AAAAefgh\n'],
  ['file: error', 'file', 500, 'No disk.'],
  ['file: none', 'file', 404, 'Nothing here.'],
  ['file: one byte is another', 'file', 200, '0123446789'],
])('in the trouble “%s” %s is answered with %d %s', async (trouble, name, status, text) => {
  server.be(trouble)
  const answer = await get(name)
  expect(answer.status).toBe(status)
  expect(await answer.text()).toContain(text)
  server.be(null)
  expect((await get(name)).status).toBe(200)
})

it('cuts off in the middle', async () => {
  server.be('file: cut off')
  await expect(get('file').then((answer) => answer.text())).rejects.toThrow()
  expect(server.asked()[0]?.bytes).toBe(5)
})

it('hangs in the middle until it is well again', async () => {
  writeFileSync(join(folder, 'file'), '0'.repeat(50))
  server.be('file: hangs')
  const answer = await get('file')
  const reader = answer.body?.getReader()
  const come = async (): Promise<number | undefined> => (await reader?.read())?.value?.length
  expect(await come()).toBe(25)
  server.giveMore()
  expect(await come()).toBe(1)
  server.be(null)
  expect(await come()).toBe(24)
})
