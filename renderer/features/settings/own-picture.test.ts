import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../shared/model/settings'
import { silentLog } from '../../platform/log'
import { createMemoryDesktop } from '../../platform/memory-desktop'
import { createOwnPicture } from './own-picture'
import { createSettingsStore } from './settings-store'

const [ONE, TWO] = ['1'.repeat(32), '2'.repeat(32)]
const settled = () => new Promise((resolve) => setTimeout(resolve))

function bench(picture: string | null) {
  const desktop = createMemoryDesktop({ pictures: { [ONE]: 'b25l', [TWO]: 'dHdv' } })
  const store = createSettingsStore()
  const choose = (chosen: string | null) =>
    store.setState({ loaded: true, settings: { ...DEFAULT_SETTINGS, picture: chosen } })
  choose(picture)
  return { choose, own: createOwnPicture({ store, desktop, log: silentLog }) }
}

it('is there once it was read, and follows the settings', async () => {
  const { own, choose } = bench(ONE)
  await settled()
  expect(own.data()).toBe('b25l')
  choose(TWO)
  expect(own.data()).toBeNull()
  await settled()
  expect(own.data()).toBe('dHdv')
})

it('a late answer never brings back a picture that was taken away', async () => {
  const { own, choose } = bench(ONE)
  choose(null)
  await settled()
  expect(own.data()).toBeNull()
})

it('a picture that is gone goes with no call', async () => {
  const { own } = bench('3'.repeat(32))
  await settled()
  expect(own.data()).toBeNull()
})
