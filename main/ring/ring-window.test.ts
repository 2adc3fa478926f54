import { describe, expect, it } from 'vitest'
import type { RingShown } from '../../shared/model/ring'
import { silentLog } from '../log/log'
import { RingWindowKeeper } from './ring-window'

const [A, B] = ['a'.repeat(32), 'b'.repeat(32)]

const shownOf = (callId: string, changes: Partial<RingShown> = {}): RingShown => ({
  ring: {
    callId,
    person: {
      ...{ id: 'c'.repeat(32), name: 'Ana', isContact: true, isFavourite: false },
      ...{ namesake: null, picture: null },
    },
    video: true,
  },
  ...{ test: false, inCall: false, sound: null, silenced: false, messages: [] },
  ...changes,
})

function bench() {
  const did: string[] = []
  const told: (RingShown | null)[] = []
  const panes: { lose: () => void; isOnScreen: boolean; ended: boolean }[] = []
  const ring = new RingWindowKeeper(
    {
      open(isShown, lost) {
        const pane = { lose: () => lost('closed'), isOnScreen: false, ended: false }
        panes.push(pane)
        did.push(isShown ? 'open' : 'open to be heard')
        return {
          contentsId: panes.length,
          fit: (heightPx) => void did.push(`fit ${String(heightPx)}`),
          reveal: () => {
            pane.isOnScreen = true
            did.push('reveal')
          },
          conceal: () => {
            pane.isOnScreen = false
            did.push('conceal')
          },
          isVisible: () => pane.isOnScreen,
          end: () => {
            pane.ended = true
            did.push('end')
          },
        }
      },
      tell: (_contentsId, shown) => void told.push(shown),
      log: silentLog,
    },
    { visible: () => void did.push('visible'), lost: () => void did.push('lost') },
  )
  return { ring, did, told, panes }
}

describe('the ring window', () => {
  it('is there from the first call to the last, and idle never', () => {
    const { ring, did, panes } = bench()
    ring.end()
    expect(did).toEqual([])
    ring.show(shownOf(A), true)
    expect(ring.read()).toEqual(shownOf(A))
    ring.show(shownOf(A), true)
    ring.end()
    ring.end()
    expect([did, panes.length, ring.read()]).toEqual([['open', 'end'], 1, null])
  })

  it('comes onto the screen when its page has laid the caller out, and says so when that was painted', () => {
    const { ring, did } = bench()
    ring.show(shownOf(A), true)
    ring.fit(220)
    expect(did).toEqual(['open', 'fit 220', 'reveal'])
    ring.fit(220)
    expect(did.slice(3)).toEqual(['fit 220', 'visible'])
  })

  it('says nothing that the window itself doesn’t confirm', () => {
    const { ring, did, panes } = bench()
    ring.show(shownOf(A), true)
    ring.fit(220)
    if (panes[0]) panes[0].isOnScreen = false
    ring.fit(220)
    expect(did).not.toContain('visible')
  })

  it('is only heard where it isn’t to be seen, and comes when it is', () => {
    const { ring, did, told } = bench()
    ring.show(shownOf(A), false)
    ring.fit(220)
    ring.fit(230)
    expect([did, told]).toEqual([['open to be heard', 'fit 220', 'fit 230'], []])
    ring.show(shownOf(A), true)
    // So that its page says when it has painted itself on the screen.
    expect([did.slice(3), told]).toEqual([['reveal'], [shownOf(A)]])
    ring.fit(230)
    ring.show(shownOf(A), false)
    ring.fit(230)
    expect(did.slice(4)).toEqual(['fit 230', 'visible', 'conceal', 'fit 230'])
  })

  it('tells its page what changed, and nothing twice', () => {
    const { ring, told } = bench()
    ring.show(shownOf(A), true)
    ring.fit(220)
    ring.show(shownOf(A), true)
    ring.show(shownOf(A, { silenced: true }), true)
    expect(told).toEqual([shownOf(A, { silenced: true })])
  })

  it('shows the next caller in the same window, seen only when that one was painted', () => {
    const { ring, did, panes } = bench()
    ring.show(shownOf(A), true)
    ring.fit(220)
    ring.show(shownOf(B), true)
    ring.fit(220)
    expect(did).not.toContain('visible')
    ring.fit(220)
    expect([did.at(-1), panes.length]).toEqual(['visible', 1])
  })

  it('is made anew where it is lost, three times for one call', () => {
    const { ring, did, panes } = bench()
    for (let times = 0; times < 6; times += 1) {
      ring.show(shownOf(A), true)
      ring.fit(220)
      panes.at(-1)?.lose()
    }
    expect([panes.length, did.filter((what) => what === 'lost').length]).toEqual([4, 4])
    ring.show(shownOf(B), true)
    expect(panes.length).toBe(5)
  })

  it('hears no more of a window that it ended', () => {
    const { ring, did, panes } = bench()
    ring.show(shownOf(A), true)
    ring.end()
    panes[0]?.lose()
    ring.fit(220)
    expect(did).toEqual(['open', 'end'])
  })
})
