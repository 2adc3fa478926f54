// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import type { RingShown } from '../../shared/model/ring'
import { fail, ok } from '../../shared/result'
import { createFakeClock } from '../platform/fakes/fake-clock'
import { createFakeDesktop } from '../platform/fakes/fake-desktop'
import { GUARD_MS } from './press-guard'
import { RingPage } from './ring-page'
import { A, B, ringShown } from './testing/ring-shown'

afterEach(() => document.body.replaceChildren())

async function bench(first: RingShown | null = ringShown(), options: { readonly refuses?: boolean } = {}) {
  const clock = createFakeClock()
  const desktop = createFakeDesktop({
    'ringwindow.read': () => ok(first),
    'ringwindow.fit': () => ok(undefined),
    'ringwindow.press': () => (options.refuses === true ? fail('not-supported-here') : ok(undefined)),
  })
  const painted: (() => void)[] = []
  const sounds: unknown[] = []
  const page = new RingPage({
    ...{ document, desktop, clock, platform: 'other' },
    tone: { follow: (ring) => void sounds.push(ring?.sound ?? null) },
    whenPainted: (run) => void painted.push(run),
  })
  page.start()
  await clock.settle()
  const button = (name: string) => {
    const found = [...document.querySelectorAll('button')].find(
      (one) => (one.ariaLabel ?? one.textContent) === name && one.closest('[hidden]') === null,
    )
    if (!found) throw new Error(`no button "${name}"`)
    return found
  }
  return {
    ...{ clock, desktop, sounds, button, page },
    has: (name: string) => {
      const found = [...document.querySelectorAll('button')].filter((one) => one.closest('[hidden]') === null)
      return found.some((one) => (one.ariaLabel ?? one.textContent) === name)
    },
    waited: () => clock.advance(GUARD_MS),
    tell: async (shown: RingShown | null) => {
      desktop.emit('ringwindow.changed', shown)
      await clock.settle()
    },
    paint: () => painted.splice(0).forEach((run) => run()),
    fits: () => desktop.asked('ringwindow.fit').length,
    pressed: () => desktop.asked('ringwindow.press'),
    key: (key: string, altKey = false) =>
      document.dispatchEvent(new KeyboardEvent('keydown', { key, altKey, bubbles: true })),
  }
}

describe('the ring window’s page', () => {
  it('is a dialog that is labelled with the caller, announced, and has the focus on no button', async () => {
    await bench()
    const dialog = document.querySelector('[role="alertdialog"]')
    const named = document.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')
    expect(named?.textContent).toBe('Ana Moreira')
    expect(named?.title).toBe('Ana Moreira')
    expect(document.querySelector('[role="alert"]')?.textContent).toBe('Ana Moreira is calling with video')
    expect(document.activeElement).toBe(dialog)
  })

  it('says how tall it is when it is laid out, and again when that is painted', async () => {
    const { fits, paint, tell } = await bench()
    expect(fits()).toBe(1)
    paint()
    expect(fits()).toBe(2)
    await tell(ringShown({ callId: B }))
    expect(fits()).toBe(3)
    paint()
    expect(fits()).toBe(4)
  })

  it('shows nothing where nothing rings', async () => {
    const { fits, tell } = await bench(null)
    expect(fits()).toBe(0)
    expect(document.querySelector<HTMLElement>('.ringwin')?.hidden).toBe(true)
    await tell(ringShown())
    expect(document.querySelector<HTMLElement>('.ringwin')?.hidden).toBe(false)
  })

  it('plays what main says', async () => {
    const { sounds, tell } = await bench()
    await tell(ringShown({ silenced: true, sound: null }))
    await tell(null)
    expect(sounds).toEqual([{ tone: 'chime', volume: 0.8, device: null }, null, null])
  })

  it('draws a contact’s picture, and initials where it can’t be drawn', async () => {
    await bench(ringShown({ person: { picture: 'AAAA' } }))
    const image = document.querySelector('img')
    expect(image?.getAttribute('src')).toBe('data:image/jpeg;base64,AAAA')
    image?.dispatchEvent(new Event('error'))
    expect(document.querySelector('.avatar')?.textContent).toBe('AM')
  })
})

describe('an answer', () => {
  it.each([
    ['Accept with picture', { verb: 'accept', video: true }],
    ['Accept sound only', { verb: 'accept', video: false }],
    ['Decline', { verb: 'decline' }],
  ])('%s is told with its call', async (name, verb) => {
    const { button, waited, pressed } = await bench()
    await waited()
    button(name).click()
    expect(pressed()).toEqual([{ ...verb, callId: A }])
  })

  it.each([
    ['v', { verb: 'accept', video: true }],
    ['s', { verb: 'accept', video: false }],
    ['d', { verb: 'decline' }],
  ])('has a key: Alt %s', async (key, verb) => {
    const { key: press, waited, pressed } = await bench()
    await waited()
    press(key)
    expect(pressed()).toEqual([])
    press(key, true)
    expect(pressed()).toEqual([{ ...verb, callId: A }])
  })

  it('is not taken from a hand that was at work where the window came up', async () => {
    const { button, clock, waited, pressed, tell } = await bench()
    button('Accept with picture').click()
    await clock.advance(GUARD_MS - 1)
    button('Accept with picture').click()
    await tell(ringShown({ callId: B }))
    await clock.advance(GUARD_MS - 1)
    button('Accept with picture').click()
    expect(pressed()).toEqual([])
    await waited()
    button('Accept with picture').click()
    expect(pressed()).toEqual([{ verb: 'accept', callId: B, video: true }])
  })

  it('is given once', async () => {
    const { button, waited, pressed } = await bench()
    await waited()
    button('Decline').click()
    button('Accept with picture').click()
    expect(pressed()).toEqual([{ verb: 'decline', callId: A }])
  })

  it('can be given again where main couldn’t take it', async () => {
    const { button, clock, waited, pressed } = await bench(ringShown(), { refuses: true })
    await waited()
    button('Decline').click()
    await clock.settle()
    button('Decline').click()
    expect(pressed()).toHaveLength(2)
  })

  it.each(['Enter', ' '])('is not given by a stray %j', async (key) => {
    const { key: press, waited, pressed } = await bench()
    await waited()
    press(key)
    expect(pressed()).toEqual([])
  })

  it('names what it ends where another call is on', async () => {
    const { button, waited, pressed } = await bench(ringShown({ inCall: true, sound: null }))
    await waited()
    button('End and accept with picture').click()
    expect(pressed()).toEqual([{ verb: 'accept', callId: A, video: true }])
  })
})

describe('declining with words', () => {
  it('offers them in place, guarded anew, and says the one that is pressed', async () => {
    const { button, has, waited, pressed } = await bench()
    await waited()
    button('Decline with message').click()
    expect([has('Accept with picture'), has('Not now')]).toEqual([false, true])
    expect(document.activeElement?.getAttribute('role')).toBe('group')
    button('Not now').click()
    expect(pressed()).toEqual([])
    await waited()
    button('Not now').click()
    expect(pressed()).toEqual([{ verb: 'decline', callId: A, message: 'Not now' }])
  })

  it('goes back by its button, and by Escape, which leaves the tone alone', async () => {
    const { button, has, key, waited, pressed } = await bench()
    await waited()
    key('m', true)
    await waited()
    button('Back').click()
    expect(has('Accept with picture')).toBe(true)
    await waited()
    key('m', true)
    await waited()
    key('Escape')
    expect([has('Accept with picture'), pressed()]).toEqual([true, []])
  })

  it('is over where another call rings', async () => {
    const { button, has, waited, tell } = await bench()
    await waited()
    button('Decline with message').click()
    await tell(ringShown({ callId: B }))
    expect(has('Accept with picture')).toBe(true)
  })
})

describe('the tone', () => {
  it('is switched off at once, by its button or Escape, and the call can still be answered', async () => {
    const { button, has, key, tell, waited, pressed } = await bench()
    button('Switch the tone off').click()
    key('Escape')
    expect(pressed()).toEqual([
      { verb: 'silence', callId: A },
      { verb: 'silence', callId: A },
    ])
    await tell(ringShown({ silenced: true, sound: null }))
    expect(has('Switch the tone off')).toBe(false)
    await waited()
    button('Decline').click()
    expect(pressed()).toHaveLength(3)
  })
})
