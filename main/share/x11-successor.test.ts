import { describe, expect, it } from 'vitest'
import { createSuccessors } from './x11-successor'

const SHARED = { program: 'Editor', title: 'notes.txt' }

function setUp() {
  const clock = { now: 0 }
  const successors = createSuccessors(() => clock.now)
  successors.listed([1, 2, 3])
  return { clock, successors }
}

describe('candidates', () => {
  it('are none while the shared window is there', () => {
    const { successors } = setUp()
    successors.listed([1, 2, 3, 4])
    expect(successors.candidates()).toEqual([])
  })

  it('are the windows that came after, and shortly before, it was gone', () => {
    const { clock, successors } = setUp()
    clock.now = 50_000
    successors.listed([1, 2, 3, 4])
    clock.now = 56_000
    successors.listed([1, 2, 3, 4, 5])
    clock.now = 60_000
    successors.lost(SHARED)
    successors.listed([2, 3, 4, 5, 6])
    expect(successors.candidates()).toEqual([5, 6])
  })

  it('are not those that were there at the beginning', () => {
    const { successors } = setUp()
    successors.lost(SHARED)
    expect(successors.candidates()).toEqual([])
  })

  it('are no more once they are closed', () => {
    const { successors } = setUp()
    successors.lost(SHARED)
    successors.listed([2, 3, 9])
    successors.listed([2, 3])
    expect(successors.candidates()).toEqual([])
  })

  it('are the newest twenty of a flood', () => {
    const { successors } = setUp()
    successors.lost(SHARED)
    successors.listed(Array.from({ length: 500 }, (_, index) => index + 10))
    expect(successors.candidates()).toEqual(Array.from({ length: 20 }, (_, index) => index + 490))
  })
})

it.each([
  [true, SHARED],
  [false, { ...SHARED, title: 'other.txt' }],
  [false, { ...SHARED, program: 'Mail' }],
])('the one: %s for %j', (expected, named) => {
  const { successors } = setUp()
  expect(successors.isTheOne(named)).toBe(false)
  successors.lost(SHARED)
  expect(successors.isTheOne(named)).toBe(expected)
})

it('nothing without a program’s name is the one', () => {
  const { successors } = setUp()
  successors.lost({ program: '', title: 'x' })
  expect(successors.isTheOne({ program: '', title: 'x' })).toBe(false)
})

it('is over ten minutes after', () => {
  const { clock, successors } = setUp()
  clock.now = 5_000
  successors.lost(SHARED)
  clock.now = 605_000
  expect(successors.isOver()).toBe(false)
  clock.now = 605_001
  expect(successors.isOver()).toBe(true)
})
