import { expect, it } from 'vitest'
import { newCallRecordSchema } from '../../../shared/model/call-record'
import { END_REASONS } from '../../../shared/model/call'
import { recordOf } from './call-record-rules'

const facts = {
  callId: 'c'.repeat(32),
  direction: 'incoming',
  person: 'a'.repeat(32),
  video: true,
} as const
const ended = {
  facts,
  name: 'Ana',
  talkedMs: 1_234.5,
  startedAt: 1_700_000_000_000.4,
  callBack: null,
  via: null,
  quality: null,
} as const

it.each(END_REASONS)('an ended call (%s) is one line of history that the document takes', (reason) => {
  const record = recordOf({ ...ended, reason })
  if (reason === 'merged') return expect(record).toBeNull()
  expect(newCallRecordSchema.parse(record)).toMatchObject({
    id: facts.person,
    name: 'Ana',
    reason,
    video: true,
  })
  expect(record).toMatchObject({ talkedMs: 1_235, startedAt: 1_700_000_000_000 })
})

it('a clock that is wrong makes no line that the document refuses', () => {
  const record = recordOf({ ...ended, reason: 'missed', startedAt: -5, talkedMs: -1 })
  expect(newCallRecordSchema.safeParse(record).success).toBe(true)
})

it('a line says which server brought its link, and nothing where the user did', () => {
  const reason = 'missed'
  expect(recordOf({ ...ended, reason })).not.toHaveProperty('via')
  const record = recordOf({ ...ended, reason, via: 'https://one.example/' })
  expect(newCallRecordSchema.parse(record)).toMatchObject({ via: 'https://one.example/' })
})

it('a call that goes on for a lost one has that one’s line', () => {
  const resumes = {
    callId: 'd'.repeat(32),
    direction: 'outgoing',
    video: false,
    sinceMs: 0,
    lostMs: 9,
  } as const
  const record = recordOf({ ...ended, facts: { ...facts, resumes }, reason: 'ended-by-me' })
  expect(record).toMatchObject({ callId: resumes.callId, direction: 'outgoing', video: false })
})

it('a line has its quality where they talked and something was measured', () => {
  const reason = 'ended-by-me'
  expect(recordOf({ ...ended, reason })).not.toHaveProperty('quality')
  expect(newCallRecordSchema.parse(recordOf({ ...ended, reason, quality: 'weak' }))).toMatchObject({
    quality: 'weak',
  })
  expect(recordOf({ ...ended, reason, quality: 'weak', talkedMs: 0 })).not.toHaveProperty('quality')
})
