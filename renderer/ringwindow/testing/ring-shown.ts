// Owns what a test has ring: a contact with a name, calling with video, unless it says otherwise.
import type { RingShown } from '../../../shared/model/ring'

export const A = 'a'.repeat(32)
export const B = 'b'.repeat(32)

type Changes = Partial<Omit<RingShown, 'ring'>> & {
  readonly callId?: string
  readonly video?: boolean
  readonly person?: Partial<RingShown['ring']['person']>
}

export const SOUND: NonNullable<RingShown['sound']> = { tone: 'chime', volume: 0.8, device: null }

export function ringShown({ callId = A, video = true, person = {}, ...rest }: Changes = {}): RingShown {
  return {
    ring: {
      callId,
      person: {
        ...{ id: 'c'.repeat(32), name: 'Ana Moreira', isContact: true, isFavourite: false },
        ...{ namesake: null, picture: null },
        ...person,
      },
      video,
    },
    ...{ test: false, inCall: false, sound: SOUND, silenced: false },
    messages: ['Back in an hour', 'Not now', 'Write to me'],
    ...rest,
  }
}
