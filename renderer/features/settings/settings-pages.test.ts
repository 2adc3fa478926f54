import { describe, expect, it, test } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/model/settings'
import { settingsWords } from '../../../shared/text/en-settings'
import { searchSettings } from './search-settings'
import { PAGES, resetOf, rowsOf } from './settings-pages'

const mine: Settings = {
  ...DEFAULT_SETTINGS,
  name: 'Ana',
  theme: 'dark',
  unknownCallers: 'list',
  ringSeconds: 20,
  stunServers: ['stun:a.example'],
}

describe('setting a page back', () => {
  it('changes what stands on it and nothing else, and can be undone', () => {
    expect(resetOf('calls', mine, false)).toEqual({
      reset: { unknownCallers: 'ring', ringSeconds: 45 },
      undo: { unknownCallers: 'list', ringSeconds: 20 },
    })
  })

  it('is not offered where nothing would change', () => {
    expect(resetOf('devices', mine, false)).toBeNull()
    expect(resetOf('about', mine, false)).toBeNull()
    expect(resetOf('reach', mine, true)).toBeNull()
  })

  it('leaves a guest what a guest doesn’t have', () => {
    const keys = { ...DEFAULT_SETTINGS.globalKeys, mute: 'Ctrl+Alt+M' }
    const changed: Settings = { ...mine, globalKeys: keys, ringProof: false, letterKeys: false }
    expect(resetOf('keys', changed, true)?.reset).toEqual({ letterKeys: true })
    expect(resetOf('ringing', changed, true)).toBeNull()
    expect(resetOf('ringing', changed, false)?.reset).toEqual({ ringProof: true })
  })

  it('never takes the name or the server', () => {
    const all = PAGES.flatMap((page) => Object.keys(resetOf(page, mine, false)?.reset ?? {}))
    expect(all).not.toContain('name')
    expect(all).not.toContain('reach')
  })
})

test('every row stands on one page', () => {
  const rows = PAGES.flatMap((page) => rowsOf(page, false))
  expect([...rows].sort()).toEqual(Object.keys(settingsWords.rows).sort())
})

describe('searching', () => {
  it.each([
    ['theme', [['general', 'look']]],
    [
      'PRIV',
      [
        ['reach', 'operator'],
        ['ringing', 'proof'],
        ['privacy', 'relay'],
        ['privacy', 'data'],
        ['privacy', 'kept'],
        ['privacy', 'erase'],
      ],
    ],
    [
      'backup',
      [
        ['me', 'save'],
        ['me', 'restore'],
      ],
    ],
    ['devices cam', [['devices', 'camera']]],
    ['dark-colour', [['general', 'look']]],
    ['xyzzy', []],
    ['   ', []],
    ['<?>', []],
  ])('for “%s”', (query, found) => {
    const rows = searchSettings(query, false).flatMap(({ page, rows }) => rows.map((row) => [page, row]))
    expect(rows).toEqual(found)
  })

  it('finds nothing for a guest that a guest doesn’t have', () => {
    for (const query of ['stun', 'startup', 'proof', 'hotkey global'])
      expect(searchSettings(query, true)).toEqual([])
  })
})
