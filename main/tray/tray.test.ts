import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { silentLog } from '../log/log'
import { NOON } from './testing/tray-states'
import { createTray } from './tray'
import type { TrayItem, TrayModel } from './tray-item'

const MUTE: TrayItem = { is: 'check', label: 'Mute', checked: false, ask: { verb: 'mute' } }
const HOUR: TrayItem = { is: 'action', label: 'Hour', ask: { verb: 'be-quiet', lasting: 'hour' } }
const model = (changed: Partial<TrayModel> = {}): TrayModel => ({
  icon: 'idle',
  tooltip: 'Parley',
  menu: [MUTE, HOUR],
  ...changed,
})

function begin(platform = 'linux') {
  const done: string[] = []
  const asked: unknown[] = []
  const panel = { dark: false, changed: () => {} }
  const system = { template: [] as MenuItemConstructorOptions[], clicked: null as (() => void) | null }
  const tray = createTray({
    putUp: (path, clicked) => {
      done.push(`up ${path}`)
      system.clicked = clicked
      return {
        setImage: (image) => done.push(`image ${image}`),
        setToolTip: (text) => done.push(`tip ${text}`),
        setMenu: (template) => {
          done.push('menu')
          system.template = template
        },
        end: () => done.push('down'),
      }
    },
    iconFolder: 'icons',
    platform,
    panel: {
      isDark: () => panel.dark,
      onChange: (changed) => {
        panel.changed = changed
        return () => (panel.changed = () => done.push('heard after the end'))
      },
    },
    press: (verb) => asked.push(verb),
    now: () => NOON,
    log: silentLog,
  })
  const press = (label: string): void => {
    const item = system.template.find((one) => one.label === label) ?? {}
    Reflect.apply(Reflect.get(item, 'click') as () => void, null, [])
  }
  const taken = (): readonly string[] => done.splice(0)
  return { tray, panel, system, asked, press, taken }
}
const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

describe('the tray', () => {
  it('is put up with the first that it shows, and then draws only what changed', () => {
    const { tray, taken } = begin()
    expect(taken()).toEqual([])
    tray.show(model())
    expect(taken()).toEqual(['up icons/idle-black.png', 'tip Parley', 'menu'])
    tray.show(model())
    expect(taken()).toEqual([])
    tray.show(model({ icon: 'ringing', tooltip: 'Ana is calling' }))
    expect(taken()).toEqual(['image icons/ringing-black.png', 'tip Ana is calling'])
    tray.show(model({ icon: 'ringing', tooltip: 'Ana is calling', menu: [MUTE] }))
    expect(taken()).toEqual(['menu'])
  })

  it('follows the panel’s darkness', () => {
    const { tray, panel, taken } = begin()
    tray.show(model())
    taken()
    panel.dark = true
    panel.changed()
    expect(taken()).toEqual(['image icons/idle-white.png'])
  })

  it('hands on what is pressed, as it is at that moment', () => {
    const { tray, asked, press } = begin()
    tray.show(model())
    press('Mute')
    press('Hour')
    expect(asked).toEqual([{ verb: 'mute' }, { verb: 'do-not-disturb', on: true, untilMs: NOON + 3_600_000 }])
  })

  it('draws what is true again after a press that came to nothing, and only then', async () => {
    const { tray, press, taken } = begin()
    tray.show(model())
    taken()
    press('Mute')
    await nextTurn()
    expect(taken()).toEqual(['menu'])
    press('Mute')
    tray.show(model({ menu: [{ ...MUTE, checked: true }] }))
    await nextTurn()
    expect(taken()).toEqual(['menu'])
  })

  it('doesn’t draw on one that was taken down meanwhile', async () => {
    const { tray, press, taken } = begin()
    tray.show(model())
    press('Mute')
    tray.end()
    taken()
    await nextTurn()
    expect(taken()).toEqual([])
  })

  it.each([
    ['linux', [{ verb: 'open' }]],
    ['win32', [{ verb: 'open' }]],
    ['darwin', []],
  ])('a click on %s asks %j', (platform, verbs) => {
    const { tray, system, asked } = begin(platform)
    tray.show(model())
    system.clicked?.()
    expect(asked).toEqual(verbs)
  })

  it('is put up anew with all that it showed', () => {
    const { tray, taken } = begin()
    tray.renew()
    expect(taken()).toEqual([])
    tray.show(model())
    taken()
    tray.renew()
    expect(taken()).toEqual(['down', 'up icons/idle-black.png', 'tip Parley', 'menu'])
  })

  it('ends once, and shows nothing afterwards', () => {
    const { tray, panel, taken } = begin()
    tray.show(model())
    taken()
    tray.end()
    tray.end()
    tray.show(model({ tooltip: 'late' }))
    tray.renew()
    expect(taken()).toEqual(['down'])
    panel.changed()
    expect(taken()).toEqual(['heard after the end'])
  })
})
