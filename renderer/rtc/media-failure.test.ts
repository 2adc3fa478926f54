import { describe, expect, it } from 'vitest'
import { errorFacts, mediaFailure, type MediaFailure, type SystemAccess } from './media-failure'

const rows: readonly [name: string, message: string, access: SystemAccess, code: MediaFailure][] = [
  ['NotAllowedError', 'Permission denied', 'unknown', 'permission-denied'],
  ['NotAllowedError', 'Permission dismissed', 'granted', 'permission-denied'],
  ['NotAllowedError', 'Permission denied', 'denied', 'permission-denied-by-system'],
  ['NotAllowedError', 'Permission denied by system', 'unknown', 'permission-denied-by-system'],
  ['SecurityError', '', 'granted', 'permission-denied'],
  ['NotReadableError', 'Could not start video source', 'granted', 'device-in-use'],
  ['TrackStartError', '', 'granted', 'device-in-use'],
  ['NotFoundError', 'Requested device not found', 'granted', 'device-missing'],
  ['OverconstrainedError', '', 'granted', 'device-missing'],
  ['AbortError', 'Starting videoinput failed', 'granted', 'device-failed'],
  ['TypeError', "Cannot read properties of undefined (reading 'getUserMedia')", 'unknown', 'device-failed'],
  ['SomethingNewError', '', 'granted', 'device-failed'],
]

describe('a refusal of getUserMedia', () => {
  it.each(rows)('%s "%s" with system access %s is %s', (name, message, access, code) => {
    expect(mediaFailure({ name, message }, access)).toBe(code)
  })

  it('is read from whatever was thrown', () => {
    expect(errorFacts(new DOMException('no', 'NotFoundError'))).toEqual({
      name: 'NotFoundError',
      message: 'no',
    })
    expect(errorFacts(new TypeError('x'))).toEqual({ name: 'TypeError', message: 'x' })
    expect(errorFacts('text')).toEqual({ name: 'string', message: '' })
  })
})
