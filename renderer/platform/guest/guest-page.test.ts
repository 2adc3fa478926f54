import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../fakes/fake-clock'
import { silentLog } from '../log'
import { createGuestPage } from './guest-page'

class FakeDocument extends EventTarget {
  title = 'Parley'
  visibilityState: DocumentVisibilityState = 'visible'

  show(state: DocumentVisibilityState): void {
    this.visibilityState = state
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

function bench(lock: 'given' | 'refused' = 'given') {
  const clock = createFakeClock()
  const document = new FakeDocument()
  const window = new EventTarget()
  let awake = 0
  const held = new Set<object>()
  /** As the browser does with a tab that is hidden. */
  const takeBack = () => {
    held.clear()
    awake = 0
  }
  const wakeLock = {
    request: () => {
      if (lock === 'refused') return Promise.reject(new DOMException('low battery', 'NotAllowedError'))
      awake += 1
      const sentinel: Pick<WakeLockSentinel, 'release'> = {
        release: () => {
          if (held.delete(sentinel)) awake -= 1
          return Promise.resolve()
        },
      }
      held.add(sentinel)
      return Promise.resolve(sentinel as WakeLockSentinel) // the only part of it that is used
    },
  }
  const page = createGuestPage({ document, window, wakeLock }, clock, silentLog)
  const asksBeforeClosing = (): boolean =>
    !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  return { clock, document, page, asksBeforeClosing, awake: () => awake, takeBack }
}

describe('the page of a guest', () => {
  it('blinks in its title until it is noticed, and then has its own again', async () => {
    const { clock, document, page } = bench()
    page.setAttention(true)
    page.setAttention(true)
    const shown = [document.title]
    await clock.advance(1000)
    shown.push(document.title)
    await clock.advance(1000)
    shown.push(document.title)
    expect(shown).toEqual(['● Incoming call', 'Parley', '● Incoming call'])
    page.setAttention(false)
    page.setAttention(false)
    expect([document.title, clock.waiting()]).toEqual(['Parley', 0])
  })

  it('asks before it closes only during a call', () => {
    const { page, asksBeforeClosing } = bench()
    expect(asksBeforeClosing()).toBe(false)
    page.setInCall(true, false)
    page.setInCall(true, true)
    expect(asksBeforeClosing()).toBe(true)
    page.setInCall(false, false)
    expect(asksBeforeClosing()).toBe(false)
  })

  it('keeps the screen on while there is a picture', async () => {
    const { clock, page, awake } = bench()
    page.setInCall(true, false)
    await clock.settle()
    expect(awake()).toBe(0)
    page.setInCall(true, true)
    page.setInCall(true, true)
    await clock.settle()
    expect(awake()).toBe(1)
    page.setInCall(false, false)
    await clock.settle()
    expect(awake()).toBe(0)
  })

  it('keeps the screen on again after the tab was hidden', async () => {
    const { clock, document, page, awake, takeBack } = bench()
    page.setInCall(true, true)
    await clock.settle()
    takeBack()
    document.show('hidden')
    await clock.settle()
    expect(awake()).toBe(0)
    document.show('visible')
    await clock.settle()
    expect(awake()).toBe(1)
    document.show('visible')
    await clock.settle()
    expect(awake()).toBe(1)
    page.setInCall(false, false)
    document.show('visible')
    await clock.settle()
    expect(awake()).toBe(0)
  })

  it('lives with a screen that may sleep', async () => {
    const { clock, page, asksBeforeClosing } = bench('refused')
    page.setInCall(true, true)
    await clock.settle()
    page.setInCall(false, false)
    await clock.settle()
    expect(asksBeforeClosing()).toBe(false)
  })
})
