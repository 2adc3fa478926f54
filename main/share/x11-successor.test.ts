import { describe, expect, it } from 'vitest'
import { createSuccessors, type Candidate } from './x11-successor'

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
    successors.lost(SHARED, 1)
    successors.listed([2, 3, 4, 5, 6])
    expect(successors.candidates()).toEqual([5, 6])
  })

  it('are not those that were there at the beginning', () => {
    const { successors } = setUp()
    successors.lost(SHARED, 1)
    expect(successors.candidates()).toEqual([])
  })

  it('are no more once they are closed', () => {
    const { successors } = setUp()
    successors.lost(SHARED, 1)
    successors.listed([2, 3, 9])
    successors.listed([2, 3])
    expect(successors.candidates()).toEqual([])
  })

  it('may have the number of the window that is gone', () => {
    const { successors } = setUp()
    successors.lost(SHARED, 2)
    successors.listed([1, 2, 3])
    expect(successors.candidates()).toEqual([2])
  })

  it('are the newest twenty of a flood', () => {
    const { successors } = setUp()
    successors.lost(SHARED, 1)
    successors.listed(Array.from({ length: 500 }, (_, index) => index + 10))
    expect(successors.candidates()).toEqual(Array.from({ length: 20 }, (_, index) => index + 490))
  })
})

describe('the one', () => {
  const at = (window: number, change: Partial<Candidate> = {}): Candidate => ({
    ...{ window, ...SHARED, isMain: true },
    ...change,
  })
  function lost() {
    const { clock, successors } = setUp()
    clock.now = 50_000
    successors.listed([1, 2, 3, 4])
    clock.now = 52_000
    successors.lost(SHARED, 1)
    clock.now = 52_100
    successors.listed([2, 3, 4, 8])
    clock.now = 53_000
    successors.listed([2, 3, 4, 5, 6, 7, 8])
    return successors
  }
  const OTHER = { title: 'other.txt' }

  it.each([
    ['of the same title', [at(5)], 5],
    ['the newest of two', [at(5), at(6)], 6],
    ['of the same title, though it came before the end', [at(4)], 4],
    ['of another title, made after', [at(5, OTHER)], 5],
    ['rather of the same title', [at(5), at(6, OTHER)], 5],
    ['never of another title, where it may have been there before', [at(8, OTHER)], null],
    ['of the same title, though it may have been there before', [at(8)], 8],
    ['never of another title made before', [at(4, OTHER)], null],
    ['never of another title and no main window', [at(5, { ...OTHER, isMain: false })], null],
    ['never while it has no title', [at(5, { title: '' })], null],
    ['never of another program', [at(5, { program: 'Mail' })], null],
  ])('is %s', (_, named, expected) => {
    expect(lost().choose(named)?.window ?? null).toBe(expected)
  })

  it('is none before anything is lost, nor where the program has no name', () => {
    const { successors } = setUp()
    expect(successors.choose([at(2)])).toBeNull()
    successors.lost({ program: '', title: 'x' }, 1)
    successors.listed([2, 3, 9])
    expect(successors.choose([at(9, { program: '', title: 'x' })])).toBeNull()
  })
})

it('is over ten minutes after', () => {
  const { clock, successors } = setUp()
  clock.now = 5_000
  successors.lost(SHARED, 1)
  clock.now = 605_000
  expect(successors.isOver()).toBe(false)
  clock.now = 605_001
  expect(successors.isOver()).toBe(true)
})
