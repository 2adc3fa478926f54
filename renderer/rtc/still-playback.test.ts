import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../platform/fakes/fake-clock'
import { playStills, STILL_EVERY_MS, type StillPlayer } from './still-playback'

class FakePlayer implements StillPlayer {
  isPlaying = false
  plays = 0
  #painted: (() => void) | null = null

  play(): Promise<void> {
    this.isPlaying = true
    this.plays += 1
    return Promise.resolve()
  }
  pause(): void {
    this.isPlaying = false
  }
  requestVideoFrameCallback(painted: () => void): number {
    this.#painted = painted
    return 1
  }
  cancelVideoFrameCallback(): void {
    this.#painted = null
  }
  paint(): void {
    const painted = this.#painted
    this.#painted = null
    painted?.()
  }
}

function bench() {
  const clock = createFakeClock()
  const player = new FakePlayer()
  const page = { hidden: false }
  const stop = playStills(player, { clock, isHidden: () => page.hidden })
  return { clock, player, page, stop }
}

describe('a live picture by single frames', () => {
  it('rests from each frame that was painted until a second has passed', async () => {
    const { clock, player } = bench()
    expect(player.isPlaying).toBe(true)
    player.paint()
    expect(player.isPlaying).toBe(false)
    await clock.advance(STILL_EVERY_MS - 1)
    expect(player.plays).toBe(1)
    await clock.advance(1)
    expect(player).toMatchObject({ plays: 2, isPlaying: true })
  })

  it('waits for a frame that is late, once', async () => {
    const { clock, player } = bench()
    await clock.advance(5 * STILL_EVERY_MS)
    expect(player).toMatchObject({ plays: 1, isPlaying: true })
    player.paint()
    expect(player.isPlaying).toBe(false)
  })

  it('takes none while nobody can see it, and one when it is seen again', async () => {
    const { clock, player, page } = bench()
    player.paint()
    page.hidden = true
    await clock.advance(5 * STILL_EVERY_MS)
    expect(player.plays).toBe(1)
    page.hidden = false
    await clock.advance(STILL_EVERY_MS)
    expect(player.plays).toBe(2)
  })

  it('ends with nothing running, also while it waits', () => {
    const { clock, player, stop } = bench()
    stop()
    player.paint()
    expect(player.isPlaying).toBe(false)
    expect(clock.waiting()).toBe(0)
  })
})
