import { expect, test } from 'vitest'
import { HELD_REASONS } from '../../../shared/model/share'
import { text } from '../../../shared/text/en'
import { shareNews, sightWords, troubleWords } from './presenting-words'
import { TROUBLES, type LiveShare, type OwnShare } from './share-store'
import { live } from './testing/shares'

const sharing = (change: Partial<LiveShare> = {}): OwnShare => ({ is: 'live', ...live(change) })
const none: OwnShare = { is: 'none' }
const lost: OwnShare = {
  ...{ is: 'lost', callId: '1', title: 'Budget 2027.ods' },
  successor: null,
  untilMs: 60_000,
}
const sentences = (before: OwnShare, after: OwnShare) =>
  shareNews(before, after, 'Ben').map(({ sentence }) => sentence)

test('the presenter reads what the viewer decodes', () => {
  expect(sightWords(live(), 'Ben')).toMatch(/^Ben sees 1280\s×\s720, 12\sfps$/)
  expect(sightWords(live({ seen: null }), 'Ben')).toBe(text.presenting.underWay('Ben'))
})

test.each(HELD_REASONS)('a share that is held (%s) says that the last picture stands', (held) => {
  expect(sightWords(live({ held }), 'Ben')).toContain('Ben sees the last picture')
})

test('what is wrong has a word, also where no press could mend it', () => {
  expect(troubleWords(live())).toBeNull()
  for (const trouble of TROUBLES) {
    expect(troubleWords(live({ trouble, remedies: [] }))).toBe(text.presenting.trouble[trouble])
  }
})

test('start, switch, loss and end are said at once', () => {
  expect(shareNews(none, sharing(), 'Ben')).toEqual([
    { urgency: 'assertive', sentence: 'You are sharing “Budget 2027.ods”' },
  ])
  expect(sentences(sharing(), sharing({ title: 'Notes' }))).toEqual(['You are sharing “Notes”'])
  expect(sentences(sharing(), lost)).toEqual([text.share.announce.lost('Budget 2027.ods')])
  expect(sentences(lost, sharing())).toEqual(['You are sharing “Budget 2027.ods”'])
  expect(sentences(lost, none)).toEqual(['The window was closed. Sharing ended.'])
  expect(shareNews(sharing(), none, 'Ben')).toEqual([
    { urgency: 'assertive', sentence: text.share.announce.stopped },
  ])
})

test('holding and going on are said, figures never', () => {
  expect(sentences(sharing(), sharing({ held: 'paused' }))).toEqual(['Paused: Ben sees the last picture'])
  expect(sentences(sharing({ held: 'paused' }), sharing())).toEqual([text.share.announce.live('Ben')])
  const seen = { width: 640, height: 360, fps: 3, freezes: 9, frozenMs: 9_000 }
  expect(sentences(sharing(), sharing({ seen }))).toEqual([])
})
