import { describe, expect, it } from 'vitest'
import { ringWindowWords as words } from '../../shared/text/en-ring-window'
import { ringContent } from './ring-content'
import { ringShown } from './testing/ring-shown'

it('says of the self-test that nobody calls', () => {
  const shown = ringShown({ person: { name: 'Your own test', isContact: false } })
  const content = ringContent({ ...shown, test: true })
  expect(content).toMatchObject({ how: 'rings as a call would', who: '', note: words.testNote })
  expect(content.announcement).toBe(words.testAnnounce)
})

describe('who calls', () => {
  it.each([
    ['a contact', {}, 'In your contacts.'],
    ['a stranger', { isContact: false }, 'Not in your contacts.'],
    ['a stranger without a name, who is one already', { isContact: false, name: '' }, ''],
    ['a namesake', { isContact: false, namesake: 'Ana Moreira' }, 'Not the Ana Moreira in your contacts.'],
    [
      'a namesake with a name too long for a sentence',
      { isContact: false, namesake: 'x'.repeat(100) },
      `Not the ${'x'.repeat(28)}… in your contacts.`,
    ],
    [
      'a namesake written from right to left',
      { isContact: false, namesake: 'דנה' },
      'Not the \u2068דנה\u2069 in your contacts.',
    ],
  ])('is told of %s', (_who, person, who) => {
    expect(ringContent(ringShown({ person })).who).toBe(who)
  })

  it('has a sign: a contact’s picture, else initials, else a question mark', () => {
    expect(ringContent(ringShown({ person: { picture: 'AAAA' } })).picture).toBe('AAAA')
    // Nothing that a stranger sent is drawn.
    const stranger = ringShown({ person: { picture: 'AAAA', isContact: false } })
    expect(ringContent(stranger)).toMatchObject({ picture: null, initials: 'AM' })
    expect(ringContent(ringShown({ person: { name: ' ' } }))).toMatchObject({ initials: '?' })
  })

  it('has a name that turns nothing around, and is never empty', () => {
    const name = (given: string) => ringContent(ringShown({ person: { name: given } })).name
    expect(name('\u202eanA\n')).toBe('anA')
    expect(name('\u200b')).toBe('Somebody without a name')
    expect(name('x'.repeat(100))).toBe('x'.repeat(100))
  })
})

it.each([
  [true, 'is calling with video', 'Ana Moreira is calling with video'],
  [false, 'is calling with sound', 'Ana Moreira is calling with sound'],
])('says how they call (video: %s), and announces it', (video, how, announcement) => {
  expect(ringContent(ringShown({ video }))).toMatchObject({ how, announcement, isVideo: video })
})

it('says that answering ends the call that is on, and has no tone to switch off then', () => {
  const content = ringContent(ringShown({ inCall: true, sound: null }))
  expect(content.acceptVideo).toMatch(/^End and accept/)
  expect(content.acceptSound).toMatch(/^End and accept/)
  expect(content).toMatchObject({ canSilence: false, note: 'Accepting ends the call that is on.' })
})

it('says that only the tone is off', () => {
  expect(ringContent(ringShown())).toMatchObject({ canSilence: true, note: '' })
  const silenced = ringContent(ringShown({ silenced: true, sound: null }))
  expect(silenced).toMatchObject({ canSilence: false })
  expect(silenced.note).toContain('still rings')
})
