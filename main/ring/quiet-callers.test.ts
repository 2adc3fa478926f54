import { describe, expect, it } from 'vitest'
import { DEFAULT_DO_NOT_DISTURB, type DoNotDisturb } from '../../shared/model/do-not-disturb'
import type { Ring } from '../../shared/model/ring'
import { createQuietCallers } from './quiet-callers'

const hex = (index: number) => index.toString(16).padStart(32, '0')
const ringOf = (caller: number, isFavourite = false): Ring => ({
  callId: hex(1),
  person: { id: hex(caller), name: '', isContact: isFavourite, isFavourite, namesake: null, picture: null },
  video: false,
})

function bench(wish: Partial<DoNotDisturb> = {}) {
  const now = { ms: 0, sharing: false, system: false }
  const quiet = createQuietCallers({
    wish: () => ({ ...DEFAULT_DO_NOT_DISTURB, ...wish }),
    isSharing: () => now.sharing,
    isSystemQuiet: () => now.system,
    wallMs: () => 1_000_000 + now.ms,
    nowMs: () => now.ms,
  })
  return { now, quiet }
}

describe('a caller', () => {
  it('is heard where nothing is to be quiet', () => {
    const { quiet } = bench()
    expect([quiet.reason(), quiet.isQuietFor(ringOf(1))]).toEqual([null, false])
  })

  it('is not heard while something is shared, or the system is quiet', () => {
    const { quiet, now } = bench({ secondCallRings: false })
    now.sharing = true
    expect([quiet.reason(), quiet.isQuietFor(ringOf(1))]).toEqual(['sharing', true])
    now.sharing = false
    now.system = true
    expect([quiet.reason(), quiet.isQuietFor(ringOf(1))]).toEqual(['system', true])
  })

  it('rings through as a favourite', () => {
    const { quiet } = bench({ on: true })
    expect(quiet.isQuietFor(ringOf(1, true))).toBe(false)
  })

  it('rings through with a second call within three minutes, and with one after that not', () => {
    const { quiet, now } = bench({ on: true })
    expect(quiet.isQuietFor(ringOf(1))).toBe(true)
    now.ms += 170_000
    expect(quiet.isQuietFor(ringOf(2))).toBe(true)
    expect(quiet.isQuietFor(ringOf(1))).toBe(false)
    now.ms += 190_000
    expect(quiet.isQuietFor(ringOf(1))).toBe(true)
  })

  it('is remembered for long enough by a bounded memory', () => {
    const { quiet } = bench({ on: true })
    for (let caller = 1; caller <= 10_000; caller += 1) quiet.isQuietFor(ringOf(caller))
    expect(quiet.isQuietFor(ringOf(9_999))).toBe(false)
    expect(quiet.isQuietFor(ringOf(1))).toBe(true)
  })
})
