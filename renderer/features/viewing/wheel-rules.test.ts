import { expect, test } from 'vitest'
import { wheelMeaning, type WheelTurn } from './wheel-rules'

const turn = (change: Partial<WheelTurn>): WheelTurn => ({
  ...{ deltaX: 0, deltaY: 0, deltaMode: 0, wheelDeltaY: 0 },
  ...{ ctrlKey: false, metaKey: false, shiftKey: false },
  ...change,
})
const notch = { deltaY: 100, wheelDeltaY: -120 }

test.each([
  ["a mouse's wheel towards oneself", notch, true],
  ["a mouse's wheel away", { deltaY: -100, wheelDeltaY: 120 }, false],
  ['Ctrl with the wheel', { ...notch, ctrlKey: true }, true],
  ['Cmd with the wheel', { ...notch, metaKey: true }, true],
  ['fingers moving apart', { deltaY: -3.4, wheelDeltaY: 10, ctrlKey: true }, false],
])('%s zooms', (_, change, smaller) => {
  const meaning = wheelMeaning(turn(change))
  expect(meaning.is).toBe('zoom')
  expect(meaning.is === 'zoom' && meaning.factor < 1).toBe(smaller)
})

test('no single turn jumps', () => {
  const meaning = wheelMeaning(turn({ deltaY: -10_000, ctrlKey: true }))
  expect(meaning.is === 'zoom' && meaning.factor).toBeLessThan(1.3)
})

test.each([
  ['two fingers', { deltaX: 4, deltaY: 12, wheelDeltaY: -36 }, { x: -4, y: -12 }],
  ['two fingers straight down', { deltaY: 7, wheelDeltaY: -21 }, { x: 0, y: -7 }],
  ['Shift with the wheel', { ...notch, shiftKey: true }, { x: -100, y: 0 }],
  ['Shift with a wheel that was turned sideways already', { deltaX: 100, shiftKey: true }, { x: -100, y: 0 }],
  ['lines', { deltaY: 3, deltaMode: 1, wheelDeltaY: -7 }, { x: 0, y: -120 }],
])('%s move', (_, change, by) => {
  expect(wheelMeaning(turn(change))).toEqual({ is: 'pan', by })
})
