// The tray's states as a real panel draws them, light and dark, at 1× and 2×: photographed, and told apart by what is seen.
// The pictures lie beside the test's results.
import { inRoot } from '../../build/setup/paths.mjs'
import { ensureSystemPackages } from '../../build/setup/system-packages.mjs'
import type { TrayIcon } from '../../main/tray/tray-item'
import { NO_STATUS, type Status } from '../../shared/model/status'
import { startDesktopBus } from '../desktop/desktop-bus'
import { startRealPanel, type Area } from './real-panel'
import { startLineProgram } from '../fixtures/line-program'
import { expect, test } from '../fixtures/test'
import { launchRingClient, ringOf, type RingClient } from './ring-client'

const [CALL, RING] = ['a'.repeat(32), 'b'.repeat(32)]
const AT_REST: Status = { ...NO_STATUS, reachable: true }
const inCall = (changed: Partial<NonNullable<Status['call']>>): Status => ({
  ...AT_REST,
  call: {
    ...{ callId: CALL, name: 'Ana', phase: 'connected', microphone: 'on', camera: 'on', sharing: 'no' },
    ...changed,
  },
})

/** Each is one visible step from the one before it. */
const STATES: readonly (readonly [TrayIcon, (client: RingClient) => Promise<unknown>])[] = [
  ['offline', () => Promise.resolve()],
  ['idle', (client) => client.call('status.tell', AT_REST)],
  ['dnd', (client) => beQuiet(client)],
  ['ringing', (client) => client.tell(ringOf(RING))],
  ['in-call', (client) => client.call('status.tell', inCall({})).then(() => client.tell())],
  ['muted', (client) => client.call('status.tell', inCall({ microphone: 'off' }))],
  ['sharing', (client) => client.call('status.tell', inCall({ sharing: 'live' }))],
]

function beQuiet(client: RingClient): Promise<unknown> {
  return client.page.evaluate(`(async () => {
    const { value } = await window.desktop.call('settings.read')
    await window.desktop.call('settings.change', { doNotDisturb: { ...value.doNotDisturb, on: true } })
  })()`)
}

/** Of graphics, by WCAG 2.2, 1.4.11. */
const LEAST_CONTRAST = 3
/**
 * Of the photograph, half of which is the icon: what has at least that contrast to the panel, and what differs by it from any
 * other state: at 22 pixels some 10 of them, a dot's inside. The lightest icon has 0.09 of ink.
 */
const LEAST_INK = 0.06
const LEAST_DIFFERENCE = 0.012

for (const dark of [false, true]) {
  for (const scale of [1, 2] as const) {
    const name = `${dark ? 'dark' : 'light'}-${String(scale)}x`
    test(`each state is seen and differs from every other on a real panel, ${name}`, async ({ atEnd }) => {
      expect(await ensureSystemPackages(['panel', 'windows'], { install: false })).toBe(true)
      const bus = await startDesktopBus({ tray: false })
      atEnd(() => bus.stop())
      const panel = startRealPanel(bus.env, { dark, scale })
      atEnd(panel.stop)
      const client = await launchRingClient(atEnd, { env: { ...bus.env, XDG_CURRENT_DESKTOP: 'XFCE' } })
      // No desktop tells how dark its panel is: it is taken to be as dark as windows are.
      await client.call('settings.change', { theme: dark ? 'dark' : 'light' })
      await client.hideApp()
      const camera = startLineProgram('camera', [inRoot('e2e', 'ring', 'program', 'photo.py')])
      atEnd(camera.stop)
      const photo = async (area: Area, file: string): Promise<Buffer> => {
        const taken = await camera.ask({ do: 'photo', area, file: test.info().outputPath(`${file}.png`) })
        return Buffer.from(String(taken), 'base64')
      }
      const seen = new Map<TrayIcon, Buffer>()
      let ground: Buffer = Buffer.alloc(0)
      for (const [state, enter] of STATES) {
        const before = [...seen.values()].at(-1)
        await enter(client)
        const picture = await steady(
          async () => {
            ground = await photo(panel.empty, `${name}-panel`)
            return photo(panel.icon, `${name}-${state}`)
          },
          (now) => inkOf(now, ground) >= LEAST_INK && before?.equals(now) !== true,
        )
        seen.set(state, picture)
      }
      const found: string[] = []
      for (const [state, picture] of seen) {
        for (const [other, against] of seen) {
          if (other <= state) continue
          const differs = shareOf(picture, (at) => contrast(picture, at, against, at) >= LEAST_CONTRAST)
          if (differs < LEAST_DIFFERENCE) found.push(`${state} looks like ${other}: ${differs.toFixed(3)}`)
        }
      }
      expect(found).toEqual([])
    })
  }
}

/** Once the panel has drawn what it should, twice the same. */
async function steady(take: () => Promise<Buffer>, isNew: (now: Buffer) => boolean): Promise<Buffer> {
  let last = await take()
  await expect
    .poll(
      async () => {
        const now = await take()
        const isSame = now.equals(last)
        last = now
        return isSame && isNew(now)
      },
      { intervals: [250] },
    )
    .toBe(true)
  return last
}

const inkOf = (picture: Buffer, ground: Buffer): number =>
  shareOf(picture, (at) => contrast(picture, at, ground, 0) >= LEAST_CONTRAST)

function shareOf(picture: Buffer, counts: (at: number) => boolean): number {
  let count = 0
  for (let at = 0; at < picture.length; at += 3) if (counts(at)) count += 1
  return count / (picture.length / 3)
}

function contrast(one: Buffer, at: number, other: Buffer, otherAt: number): number {
  const [a, b] = [luminance(one, at), luminance(other, otherAt)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Relative, by WCAG 2.2. */
function luminance(picture: Buffer, at: number): number {
  const [red = 0, green = 0, blue = 0] = [...picture.subarray(at, at + 3)].map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
