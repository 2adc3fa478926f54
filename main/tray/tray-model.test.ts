import { describe, expect, it, test } from 'vitest'
import { DEFAULT_DO_NOT_DISTURB } from '../../shared/model/do-not-disturb'
import { NO_STATUS } from '../../shared/model/status'
import { clockWords } from './clock-words'
import {
  ANA,
  askOf,
  AT_REST,
  BEN,
  CALL_ID,
  drawn,
  inCall,
  NOON,
  ringOf,
  trayState,
} from './testing/tray-states'
import { trayModel, type TrayState } from './tray-model'

const clock = clockWords('de')
const modelOf = (changed: Partial<TrayState>) => trayModel(trayState(changed), clock)
const menuOf = (changed: Partial<TrayState>) => modelOf(changed).menu

const QUIET = { wish: { ...DEFAULT_DO_NOT_DISTURB, on: true }, reason: 'by-hand' } as const
const OFFLINE = { ...AT_REST, reachable: false }
const RING = ringOf('Ana')

describe('the icon', () => {
  test.each<[string, string, Partial<TrayState>]>([
    ['nothing', 'idle', {}],
    ['missed calls only', 'idle', { missed: [ANA] }],
    ['a page that told nothing yet', 'offline', { status: NO_STATUS }],
    ['nobody can ring', 'offline', { status: OFFLINE }],
    ['quiet', 'dnd', { quiet: QUIET }],
    ['quiet by the system', 'dnd', { quiet: { ...QUIET, reason: 'system' } }],
    ['quiet, and nobody can ring', 'offline', { status: OFFLINE, quiet: QUIET }],
    ['a call being made', 'in-call', { status: inCall({ phase: 'calling' }) }],
    ['a call', 'in-call', { status: inCall(), quiet: QUIET }],
    ['a call, and nobody else can ring', 'in-call', { status: { ...inCall(), reachable: false } }],
    ['a call without a microphone', 'in-call', { status: inCall({ microphone: 'none' }) }],
    ['muted', 'muted', { status: inCall({ microphone: 'off' }) }],
    ['sharing', 'sharing', { status: inCall({ sharing: 'live' }) }],
    ['sharing held, and muted', 'sharing', { status: inCall({ sharing: 'held', microphone: 'off' }) }],
    ['ringing while sharing', 'ringing', { status: inCall({ sharing: 'live' }), ring: RING }],
    ['ringing though quiet and offline', 'ringing', { status: OFFLINE, quiet: QUIET, ring: RING }],
    ['ringing that was just answered', 'in-call', { status: inCall({ callId: CALL_ID }), ring: RING }],
  ])('with %s is %s', (_, icon, changed) => {
    expect(modelOf(changed).icon).toBe(icon)
  })
})

describe('the tooltip', () => {
  const till = { ...QUIET, wish: { ...QUIET.wish, untilMs: NOON + 2.5 * 3_600_000 } }
  test.each<[string, Partial<TrayState>]>([
    ['Parley: ready to ring', {}],
    ['Parley: nobody can ring you', { status: OFFLINE }],
    ['Parley: nobody can ring you, do not disturb', { status: OFFLINE, quiet: QUIET }],
    ['Parley: do not disturb until 14:30', { quiet: till }],
    ['Parley: quiet while sharing', { quiet: { ...till, reason: 'sharing' } }],
    ['Parley: 2\u00a0missed calls', { missed: [ANA, BEN] }],
    ['Parley: Ana is calling', { ring: RING, missed: [BEN] }],
    [
      'Parley: Ana is calling, in a call with Ben, muted',
      { ring: RING, status: inCall({ microphone: 'off' }) },
    ],
    ['Parley: in a call with Ben', { status: inCall(), quiet: QUIET }],
    ['Parley: ringing at Ben', { status: inCall({ phase: 'ringing' }) }],
    [
      'Parley: in a call with Ben, muted, sharing paused',
      { status: inCall({ sharing: 'held', microphone: 'off' }) },
    ],
  ])('says “%s”', (tooltip, changed) => {
    expect(modelOf(changed).tooltip).toBe(tooltip)
  })
})

describe('the menu', () => {
  it('at rest offers whom to call and how to be rung', () => {
    expect(drawn(menuOf({ favourites: [ANA], recent: [BEN, ANA], missed: [BEN] }))).toEqual([
      'Open Parley',
      '- Ready to ring',
      '---',
      '1\u00a0missed call >',
      '  Call Ben back',
      '  ---',
      '  Show history',
      'Call >',
      '  Ana',
      '  ---',
      '  Ben',
      'Copy my link',
      '---',
      '- Microphone: none found',
      '- Speaker: none found',
      '- Ringer: none found',
      'Do not disturb >',
      '  (o) Off',
      '  ( ) For 30\u00a0minutes',
      '  ( ) For 1\u00a0hour',
      '  ( ) Until tomorrow, 08:00',
      '  ( ) Until I switch it off',
      '---',
      'Settings',
      '---',
      'Quit Parley',
    ])
  })

  it('while it rings offers answering, and nothing that can wait', () => {
    const menu = menuOf({ ring: RING, missed: [BEN], favourites: [BEN] })
    expect(drawn(menu)).toEqual([
      'Open Parley',
      '---',
      '- Ana is calling',
      'Accept with picture',
      'Accept with sound only',
      'Decline',
      '---',
      'Settings',
      '---',
      'Quit Parley',
    ])
    expect(askOf(menu, 'Accept with picture')).toEqual({ verb: 'accept', callId: CALL_ID, video: true })
    expect(askOf(menu, 'Accept with sound only')).toEqual({ verb: 'accept', callId: CALL_ID, video: false })
    expect(askOf(menu, 'Decline')).toEqual({ verb: 'decline', callId: CALL_ID })
  })

  it('of a second call says that answering ends the first', () => {
    expect(drawn(menuOf({ ring: RING, status: inCall() })).slice(2, 12)).toEqual([
      '- Ana is calling',
      'End this call and accept with picture',
      'End this call and accept with sound only',
      'Decline',
      '---',
      '- In a call with Ben',
      '[ ] Mute microphone',
      '[x] Camera',
      'Hang up',
      '---',
    ])
  })

  it('in a call offers the call’s own first, and nobody else to call', () => {
    const menu = menuOf({ status: inCall({ microphone: 'off' }), missed: [ANA], favourites: [ANA] })
    expect(drawn(menu).slice(0, 16)).toEqual([
      'Open Parley',
      '---',
      '- In a call with Ben',
      '[x] Mute microphone',
      '[x] Camera',
      'Hang up',
      '---',
      '1\u00a0missed call >',
      '  - Hang up before you call somebody else',
      '  ---',
      '  - Call Ana back',
      '  ---',
      '  Show history',
      'Call >',
      '  - Hang up before you call somebody else',
      '  ---',
    ])
    expect(askOf(menu, 'Mute microphone')).toEqual({ verb: 'unmute' })
  })

  it('says why microphone and camera can’t be switched', () => {
    expect(drawn(menuOf({ status: inCall({ microphone: 'none', camera: 'none' }) })).slice(3, 6)).toEqual([
      '- [ ] Mute microphone: there is none',
      '- [ ] Camera: there is none',
      'Hang up',
    ])
  })

  test.each([
    ['no', []],
    ['live', ['Pause sharing', 'Share something else', 'Stop sharing']],
    ['held', ['Resume sharing', 'Share something else', 'Stop sharing']],
  ] as const)('with sharing %s offers %s', (sharing, offered) => {
    const lines = drawn(menuOf({ status: inCall({ sharing }) }))
    expect(lines.slice(5, lines.indexOf('Hang up'))).toEqual(offered)
  })

  it('says that there is no link to copy', () => {
    const menu = menuOf({ status: { ...AT_REST, link: '' } })
    expect(drawn(menu)).toContain('- Copy my link: there is none yet')
  })
})
