// Names, devices and people in the tray's menu, and the menu as Electron takes it.
import { describe, expect, it, test } from 'vitest'
import { NO_STATUS } from '../../shared/model/status'
import { deviceMenus } from './device-items'
import { callMenu, missedItems } from './people-items'
import { ANA, askOf, BEN, drawn } from './testing/tray-states'
import { trayTemplate } from './tray-template'
import { namedPeople, shortName } from './tray-names'
import type { TrayItem } from './tray-item'

const person = (n: number) => ({ id: n.toString(16).padStart(32, '0'), name: `Person ${n}` })
const people = (from: number, count: number) => Array.from({ length: count }, (_, n) => person(from + n))
const nobody = { missed: [], favourites: [], recent: [] }

describe('a name', () => {
  test.each([
    ['', 'Somebody without a name'],
    [' \u202e ', 'Somebody without a name'],
    ['Ana\nLight', 'Ana Light'],
    ['<b>Ana</b> & Co', '<b>Ana</b> & Co'],
    ['x'.repeat(40), 'x'.repeat(40)],
    ['x'.repeat(41), `${'x'.repeat(39)}…`],
    ['x'.repeat(10_000), `${'x'.repeat(39)}…`],
  ])('%j is shown as %j', (name, shown) => {
    expect(shortName(name)).toBe(shown)
  })

  it('of two people is followed by their ids, of one person seen twice it isn’t', () => {
    const other = { id: 'b'.repeat(32), name: 'Ana' }
    expect(namedPeople([ANA, other, ANA]).map(({ name }) => name)).toEqual(['Ana (id aaaa)', 'Ana (id bbbb)'])
    expect(namedPeople([ANA, ANA]).map(({ name }) => name)).toEqual(['Ana'])
  })
})

describe('people to call', () => {
  it('are at most ten favourites and ten others, each once', () => {
    const items = callMenu({ ...nobody, favourites: people(0, 15), recent: people(8, 30) }, false)
    const labels = drawn([items])
    expect(labels).toHaveLength(1 + 10 + 1 + 10)
    expect(labels[11]).toBe('  ---')
    // Person 14 is a favourite that had no place; they don't come in again as recent.
    expect(labels[12]).toBe('  Person 15')
  })

  it('are called by their id', () => {
    expect(askOf([callMenu({ ...nobody, favourites: [ANA] }, false)], 'Ana')).toEqual({
      verb: 'call-person',
      id: ANA.id,
    })
  })

  it('where there is nobody the entry says so', () => {
    expect(drawn([callMenu(nobody, false)])).toEqual(['- Call: no favourites or recent people yet'])
  })

  it('who called in vain twice stand once', () => {
    expect(drawn(missedItems({ ...nobody, missed: [ANA, BEN, ANA] }, false))).toEqual([
      '3\u00a0missed calls >',
      '  Call Ana back (2)',
      '  Call Ben back',
      '  ---',
      '  Show history',
    ])
  })

  it('who called in vain are at most ten, and counted all the same', () => {
    const lines = drawn(missedItems({ ...nobody, missed: people(0, 50) }, false))
    expect(lines[0]).toBe('50\u00a0missed calls >')
    expect(lines).toHaveLength(1 + 10 + 2)
  })
})

describe('devices', () => {
  const headset = { id: 'h', label: 'Headset' }
  const desk = { id: 'd', label: 'Desk & wall' }
  const menuOf = (choices: readonly { id: string; label: string }[], wished: typeof headset | null) =>
    deviceMenus({ ...NO_STATUS.devices, ringer: { choices: [...choices], wished } }).slice(2)

  test.each([
    ['nothing wished', null, ['  (o) Follow the system', '  ( ) Headset', '  ( ) Desk & wall']],
    ['one wished', desk, ['  ( ) Follow the system', '  ( ) Headset', '  (o) Desk & wall']],
    [
      'one wished that is gone',
      { id: 'x', label: 'Beamer' },
      ['  ( ) Follow the system', '  ( ) Headset', '  ( ) Desk & wall', '  (o) Beamer (not connected)'],
    ],
  ])('with %s tick that', (_, wished, lines) => {
    expect(drawn(menuOf([headset, desk], wished))).toEqual(['Ringer >', ...lines])
  })

  it('without a label are numbered', () => {
    expect(drawn(menuOf([{ id: 'h', label: '' }], null)).at(-1)).toBe('  ( ) Ringer 1')
  })

  it('are chosen as they were told', () => {
    const menu = menuOf([desk], null)
    expect(askOf(menu, 'Desk & wall')).toEqual({ verb: 'choose-device', kind: 'ringer', device: desk })
    expect(askOf(menu, 'Follow the system')).toEqual({ verb: 'choose-device', kind: 'ringer', device: null })
  })
})

describe('the menu as Electron takes it', () => {
  const menu: readonly TrayItem[] = [
    { is: 'note', label: 'Ana & Ben' },
    { is: 'separator' },
    { is: 'check', label: 'Camera', checked: true, ask: { verb: 'toggle-camera' } },
    { is: 'menu', label: 'A & B', items: [{ is: 'radio', label: 'C', checked: false, ask: null }] },
  ]

  it('has its & doubled, and what can’t be done switched off', () => {
    expect(trayTemplate(menu, () => {})).toMatchObject([
      { label: 'Ana && Ben', enabled: false },
      { type: 'separator' },
      { type: 'checkbox', label: 'Camera', checked: true },
      { label: 'A && B', submenu: [{ type: 'radio', label: 'C', checked: false, enabled: false }] },
    ])
  })

  it('hands on what a press asks', () => {
    const asked: unknown[] = []
    const [, , camera] = trayTemplate(menu, (ask) => asked.push(ask))
    // Electron's arguments, which aren't looked at.
    if (camera) Reflect.apply(Reflect.get(camera, 'click') as () => void, null, [])
    expect(asked).toEqual([{ verb: 'toggle-camera' }])
  })
})
