import { expect, it } from 'vitest'
import type { DocumentTrouble } from '../../shared/model/document-trouble'
import { createTroubles } from './troubles'

it('tells a full disk once, forgets it when a write succeeds, and keeps what happened at start', () => {
  const told: DocumentTrouble[] = []
  const troubles = createTroubles((trouble) => told.push(trouble))
  troubles.set('settings', { outcome: 'last-good-used', code: 'document-damaged' })
  troubles.set('settings', { outcome: 'not-saved', code: 'disk-full' })
  troubles.set('settings', { outcome: 'not-saved', code: 'disk-full' })
  troubles.set('history', null)
  expect(told.map((one) => one.outcome)).toEqual(['last-good-used', 'not-saved'])
  expect(troubles.list()).toEqual(told)
  troubles.set('settings', null)
  expect(troubles.list().map((one) => one.outcome)).toEqual(['last-good-used'])
  troubles.set('settings', { outcome: 'not-saved', code: 'disk-full' })
  expect(told).toHaveLength(3)
})
