import { expect, test } from 'vitest'
import { FOLLOW, chosenValue, deviceByValue, deviceChoices } from './device-choices'
import type { KindState } from './devices-store'

const headset = { id: '1', label: 'Headset' }
const nameless = { id: '2', label: '' }
const state: KindState = {
  available: [headset, nameless],
  wished: null,
  effective: headset,
  trouble: null,
  replaced: null,
}

test('following the system says what that is now, and a nameless device what it is', () => {
  expect(deviceChoices('microphone', state)).toEqual([
    { value: FOLLOW, label: 'Follow the system (Headset)' },
    { value: '1', label: 'Headset' },
    { value: '2', label: 'Microphone' },
  ])
})

test('a wish is chosen, or what stands in for it while it is gone', () => {
  expect(chosenValue(state)).toBe(FOLLOW)
  expect(chosenValue({ ...state, wished: headset })).toBe('1')
  expect(chosenValue({ ...state, wished: { id: '9', label: 'Gone' }, effective: nameless })).toBe('2')
})

test('choosing to follow is no device', () => {
  expect(deviceByValue(state, FOLLOW)).toBeNull()
  expect(deviceByValue(state, '2')).toEqual(nameless)
})
