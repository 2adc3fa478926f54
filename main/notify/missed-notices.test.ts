import { describe, expect, it } from 'vitest'
import { desktopEn } from '../../shared/text/desktop-en'
import { createMissedNotices, type MissedCall } from './missed-notices'
import type { Notice, NoticeEvent } from './notifier'

const ANA: MissedCall = { id: 'a'.repeat(32), name: 'Ana' }
const BEN: MissedCall = { id: 'b'.repeat(32), name: 'Ben' }

function bench(atStart: readonly MissedCall[] = []) {
  const shown: { readonly notice: Notice; readonly heard: (event: NoticeEvent) => void; open: boolean }[] = []
  const done: string[] = []
  const notices = createMissedNotices({
    notifier: {
      show(notice, heard) {
        const entry = { notice, heard, open: true }
        shown.push(entry)
        return () => void (entry.open = false)
      },
      abilities: () => Promise.resolve({ server: null, actions: true, persistence: true }),
      end: () => undefined,
    },
    words: desktopEn.missed,
    callBack: (id) => done.push(`call ${id[0] ?? ''}`),
    showHistory: () => done.push('history'),
  })
  notices.update(atStart)
  const open = () => shown.filter((each) => each.open).map(({ notice }) => notice)
  return { notices, open, done, press: (action: string) => shown.at(-1)?.heard({ is: 'pressed', action }) }
}

describe('missed calls', () => {
  it('of one person say who, stay, and are called back or shown', () => {
    const { notices, open, done, press } = bench()
    notices.update([ANA])
    expect(open()).toMatchObject([{ title: 'Missed call from Ana', kind: 'missed' }])
    press('call-back')
    press('default')
    expect(done).toEqual(['call a', 'history'])
  })

  it('of several are one notice', () => {
    const { notices, open } = bench()
    notices.update([ANA])
    notices.update([BEN, ANA])
    expect(open()).toHaveLength(1)
    expect(open()[0]).toMatchObject({ title: desktopEn.missed.many(2), body: 'Ben, Ana' })
    expect(open()[0]?.actions.map(({ name }) => name)).toEqual(['show'])
  })

  it('say it where the user had accepted one', () => {
    const { notices, open } = bench()
    notices.update([{ ...ANA, tooLate: true }])
    expect(open()[0]?.body).toBe(desktopEn.missed.tooLate('Ana'))
    notices.update([BEN, { ...ANA, tooLate: true }])
    expect(open()[0]?.body).toBe('Ben, Ana')
    notices.update([{ ...ANA, tooLate: true }, BEN, ANA])
    expect(open()[0]?.body).toBe(`Ana, Ben\n${desktopEn.missed.tooLate('Ana')}`)
  })

  it('that were seen anywhere are gone here', () => {
    const { notices, open } = bench()
    notices.update([ANA])
    notices.update([])
    expect(open()).toEqual([])
  })

  it('of an earlier run are not said again', () => {
    const { notices, open } = bench([ANA])
    notices.update([ANA])
    expect(open()).toEqual([])
    notices.update([BEN, ANA])
    expect(open()).toMatchObject([{ title: desktopEn.missed.many(2) }])
  })

  it('are named by at most three, and by what can be read of a name', () => {
    const { notices, open } = bench()
    const many = ['Ana', '', 'Cy\u202e', 'Di', 'Ed'].map((name, at) => ({ id: String(at).repeat(32), name }))
    notices.update(many)
    expect(open()[0]?.body).toBe('Ana, Somebody without a name, Cy and 2 more')
  })
})
