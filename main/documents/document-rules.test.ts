import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { chooseOpening, understand, type Reading } from './document-rules'

const good = (value: string): Reading<string> => ({ kind: 'good', value })
const missing: Reading<string> = { kind: 'missing' }
const unread: Reading<string> = { kind: 'unread' }
const bad: Reading<string> = { kind: 'bad', code: 'document-too-large' }

describe('opening a document', () => {
  it.each([
    [
      'both good',
      good('a'),
      good('b'),
      { value: 'a', setAside: false, rewrite: false, seal: false, trouble: null },
    ],
    [
      'no copy',
      good('a'),
      missing,
      { value: 'a', setAside: false, rewrite: true, seal: false, trouble: null },
    ],
    ['bad copy', good('a'), bad, { value: 'a', setAside: false, rewrite: true, seal: false, trouble: null }],
    [
      'first start',
      missing,
      missing,
      { value: null, setAside: false, rewrite: false, seal: false, trouble: null },
    ],
    [
      'bad file',
      bad,
      good('b'),
      {
        value: 'b',
        setAside: true,
        rewrite: true,
        seal: false,
        trouble: { outcome: 'last-good-used', code: 'document-too-large' },
      },
    ],
    [
      'file gone',
      missing,
      good('b'),
      {
        value: 'b',
        setAside: false,
        rewrite: true,
        seal: false,
        trouble: { outcome: 'last-good-used', code: 'document-damaged' },
      },
    ],
    [
      'both bad',
      bad,
      bad,
      {
        value: null,
        setAside: true,
        rewrite: false,
        seal: false,
        trouble: { outcome: 'defaults-used', code: 'document-too-large' },
      },
    ],
    [
      'bad file, no copy',
      bad,
      missing,
      {
        value: null,
        setAside: true,
        rewrite: false,
        seal: false,
        trouble: { outcome: 'defaults-used', code: 'document-too-large' },
      },
    ],
    [
      'file not read, copy good',
      unread,
      good('b'),
      {
        value: 'b',
        setAside: false,
        rewrite: false,
        seal: true,
        trouble: { outcome: 'last-good-used', code: 'disk-failed' },
      },
    ],
    [
      'neither read',
      unread,
      unread,
      {
        value: null,
        setAside: false,
        rewrite: false,
        seal: true,
        trouble: { outcome: 'defaults-used', code: 'disk-failed' },
      },
    ],
    [
      'bad file, copy not read',
      bad,
      unread,
      {
        value: null,
        setAside: true,
        rewrite: false,
        seal: true,
        trouble: { outcome: 'defaults-used', code: 'document-too-large' },
      },
    ],
  ])('%s', (_name, file, copy, opening) => {
    expect(chooseOpening(file, copy)).toEqual(opening)
  })
})

describe('what was read', () => {
  const schema = z.strictObject({ v: z.literal(1) })
  it.each([
    [
      { kind: 'text', text: '{"v":1}' },
      { kind: 'good', value: { v: 1 } },
    ],
    [
      { kind: 'text', text: '{"v":2}' },
      { kind: 'bad', code: 'document-damaged' },
    ],
    [
      { kind: 'text', text: '{"v":1,"more":1}' },
      { kind: 'bad', code: 'document-damaged' },
    ],
    [
      { kind: 'text', text: '{"v":' },
      { kind: 'bad', code: 'document-damaged' },
    ],
    [
      { kind: 'text', text: '' },
      { kind: 'bad', code: 'document-damaged' },
    ],
    [{ kind: 'too-large' }, { kind: 'bad', code: 'document-too-large' }],
    [{ kind: 'failed', detail: 'EACCES' }, { kind: 'unread' }],
    [{ kind: 'missing' }, { kind: 'missing' }],
  ] as const)('%j is understood', (read, reading) => {
    expect(understand(read, schema)).toEqual(reading)
  })
})
