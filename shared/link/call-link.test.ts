import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseBaseUrl, type BaseUrl } from './base-url'
import { appLink, parseCallLink, webLink } from './call-link'

const id = '7f3a9c51aa0c4b6e8f2d1c3b5e2de41b'

function base(text: string): BaseUrl {
  const result = normaliseBaseUrl(text)
  if (!result.ok) throw new Error(result.code)
  return result.value
}

describe('parseCallLink', () => {
  it.each([
    [`parley://call/${id}?server=https%3A%2F%2Fcall.example%2F`, 'https://call.example/'],
    [`parley:call/${id}?server=call.example`, 'https://call.example/'],
    [` <parley://call/${id.toUpperCase()}/?x=1&server=http://127.0.0.1:9000> `, 'http://127.0.0.1:9000/'],
    [`https://call.example/parley/#/call/${id}`, 'https://call.example/parley/'],
    [`http://localhost:9000/#/call/${id}`, 'http://localhost:9000/'],
  ])('reads %s', (text, server) => {
    expect(parseCallLink(text)).toEqual({ ok: true, value: { id, server } })
  })

  it.each([
    ['', 'empty'],
    ['hello', 'not-a-call-link'],
    ['https://call.example/', 'not-a-call-link'],
    [`javascript:parley://call/${id}`, 'not-a-call-link'],
    [`parley://call/${id}`, 'server-missing'],
    [`parley://call/${id}?server=%`, 'server-missing'],
    [`parley://call/${id}?server=ftp%3A%2F%2Fx`, 'server-malformed'],
    [`parley://call/${id}?server=`, 'server-malformed'],
    [`parley://call/${id}0?server=call.example`, 'id-too-long'],
    ['parley://call/7f3a9c51aa0c?server=call.example', 'id-too-short'],
    ['parley://call/zz3a9c51aa0c4b6e8f2d1c3b5e2de41b?server=a.example', 'id-wrong-characters'],
    [`parley://call/${id}?server=${'a'.repeat(600)}`, 'too-long'],
  ])('says what is wrong with %s', (text, code) => {
    expect(parseCallLink(text)).toMatchObject({ ok: false, code })
  })

  it('says how many characters of the id are there', () => {
    expect(parseCallLink('parley://call/7f3a9c51aa0c?server=call.example')).toMatchObject({ detail: '12' })
  })

  it('never throws, whatever is pasted', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseCallLink(text)))
  })

  it('reads both of its own forms back', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http', 'https'] }), (url) => {
        const link = { id, server: base(url) }
        expect(parseCallLink(appLink(link))).toEqual({ ok: true, value: link })
        expect(parseCallLink(webLink(link))).toEqual({ ok: true, value: link })
      }),
    )
  })
})
