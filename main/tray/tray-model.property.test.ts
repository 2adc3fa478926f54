// Whatever Parley knows: the tray has a menu that can be pressed.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doNotDisturbSchema } from '../../shared/model/do-not-disturb'
import { ringSchema } from '../../shared/model/ring'
import { statusSchema } from '../../shared/model/status'
import { verbSchema } from '../../shared/model/verbs'
import { clockWords } from './clock-words'
import { verbOf } from './quiet-choices'
import { leavesOf } from './testing/tray-states'
import type { TrayItem } from './tray-item'
import { trayModel } from './tray-model'

const hex = fc.stringMatching(/^[0-9a-f]{32}$/)
// With what turns text around, breaks lines and isn't there at all.
const text = (maxLength: number) =>
  fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('&', '\u202e', '\u0000', '\n', ' ', '_'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength,
    })
    .map((made) => made.slice(0, maxLength))
const callId = hex
const person = fc.record({
  id: fc.oneof(fc.constantFrom('a'.repeat(32), 'b'.repeat(32)), hex),
  name: text(100),
})
const device = fc.record({ id: fc.string({ maxLength: 20 }), label: text(80) })
const kind = fc.record({ choices: fc.array(device, { maxLength: 5 }), wished: fc.option(device) })
const state = fc.record({
  status: fc.record({
    reachable: fc.boolean(),
    link: fc.constantFrom('', 'https://call.example.org/#x'),
    call: fc.option(
      fc.record({
        callId,
        name: text(100),
        phase: fc.constantFrom('calling', 'ringing', 'connecting', 'connected', 'reconnecting'),
        microphone: fc.constantFrom('on', 'off', 'none'),
        camera: fc.constantFrom('on', 'off', 'none'),
        sharing: fc.constantFrom('live', 'held', 'no'),
      }),
    ),
    devices: fc.record({ microphone: kind, speaker: kind, ringer: kind }),
  }),
  ring: fc.option(
    fc.record({
      callId,
      person: person.map((one) => ({
        ...one,
        isContact: true,
        isFavourite: false,
        namesake: null,
        picture: null,
      })),
      video: fc.boolean(),
    }),
  ),
  quiet: fc.record({
    wish: fc.record({
      on: fc.boolean(),
      untilMs: fc.option(fc.nat({ max: 4_000_000_000_000 })),
      whileSharing: fc.boolean(),
      followSystem: fc.boolean(),
      favouritesRing: fc.boolean(),
      secondCallRings: fc.boolean(),
    }),
    reason: fc.constantFrom('by-hand', 'sharing', 'system', null),
  }),
  missed: fc.array(person, { maxLength: 30 }),
  favourites: fc.array(person, { maxLength: 30 }),
  recent: fc.array(person, { maxLength: 30 }),
  nowMs: fc.integer({ min: 1_600_000_000_000, max: 3_000_000_000_000 }),
})
const clock = clockWords('en')

function everyMenu(items: readonly TrayItem[]): readonly (readonly TrayItem[])[] {
  return [items, ...items.flatMap((item) => (item.is === 'menu' ? everyMenu(item.items) : []))]
}

const check = (holds: (given: Parameters<typeof trayModel>[0]) => void): void =>
  fc.assert(fc.property(state, holds), { numRuns: 100 })

describe('any state', () => {
  it('is one that can be told', () => {
    check(({ status, ring, quiet }) => {
      expect(statusSchema.safeParse(status).success).toBe(true)
      expect(ring === null || ringSchema.safeParse(ring).success).toBe(true)
      expect(doNotDisturbSchema.safeParse(quiet.wish).success).toBe(true)
    })
  })

  it('gives entries that each ask for what can be asked', () => {
    check((given) => {
      for (const leaf of leavesOf(trayModel(given, clock).menu)) {
        if (leaf.is === 'note' || leaf.ask === null) continue
        expect(verbSchema.safeParse(verbOf(leaf.ask, given.nowMs))).toMatchObject({ success: true })
      }
    })
  })

  it('gives menus without empty places: no line first, last or twice, no submenu or label empty', () => {
    check((given) => {
      for (const menu of everyMenu(trayModel(given, clock).menu)) {
        const lines = menu.map(({ is }) => (is === 'separator' ? '|' : 'x')).join('')
        expect(lines).toMatch(/^x+(\|x+)*$/)
        for (const item of menu) if (item.is !== 'separator') expect(item.label.trim()).not.toBe('')
      }
    })
  })

  it('begins with opening, ends with quitting, and never has quitting beside hanging up', () => {
    check((given) => {
      const labels = trayModel(given, clock).menu.flatMap((item) =>
        item.is === 'separator' ? [] : [item.label],
      )
      expect(labels[0]).toBe('Open Parley')
      expect(labels.at(-1)).toBe('Quit Parley')
      expect(labels.at(-2)).not.toBe('Hang up')
    })
  })

  it('ticks a choice wherever one is to be made', () => {
    check((given) => {
      for (const menu of everyMenu(trayModel(given, clock).menu)) {
        const choices = menu.flatMap((item) => (item.is === 'radio' ? [item.checked] : []))
        if (choices.length > 0) expect(choices).toContain(true)
      }
    })
  })

  it('shows nothing that turns text around or breaks the line, and a tooltip that Windows takes whole', () => {
    check((given) => {
      const { menu, tooltip } = trayModel(given, clock)
      const shown = [
        tooltip,
        ...everyMenu(menu)
          .flat()
          .map((item) => (item.is === 'separator' ? '' : item.label)),
      ]
      for (const label of shown) expect(label).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u)
      expect(tooltip.length).toBeLessThanOrEqual(127)
    })
  })
})
