// Owns offering the way back from what was just done, and saying why where there was none.
import type { Blocked } from '../../shared/model/contact'
import type { Result } from '../../shared/result'
import { failureWords } from '../../shared/text/en-codes'
import { historyWords } from '../../shared/text/en-history'
import type { PeopleCommands } from '../features/people/people-store'
import { spokenName } from '../ui/names'
import type { FrameStore } from './frame-store'

export interface WayBack {
  /** What was done. */
  readonly sentence: string
  readonly undo: () => Promise<Result<unknown>>
}

/** Once `answer` says that it was done. Answers the same, so that a refusal is said beside its control. */
export async function withWayBack<T>(
  frame: FrameStore,
  answer: Promise<Result<T>>,
  { sentence, undo }: WayBack,
): Promise<Result<T>> {
  const done = await answer
  if (done.ok) offerWayBack(frame, { sentence, undo })
  return done
}

export function offerWayBack(frame: FrameStore, { sentence, undo }: WayBack): void {
  const goBack = async (): Promise<void> => {
    const undone = await undo()
    if (!undone.ok) frame.setState({ takeBack: { sentence: failureWords(undone.code), undo: null } })
  }
  frame.setState({ takeBack: { sentence, undo: () => void goBack() } })
}

/** The same from a contact's page, a call's details and the list of the blocked. */
export function setBlockedWithWayBack(
  people: Pick<PeopleCommands, 'block' | 'unblock'>,
  frame: FrameStore,
  person: Pick<Blocked, 'id' | 'name'>,
  blocked: boolean,
): Promise<Result<unknown>> {
  const set = (to: boolean) => (to ? people.block(person) : people.unblock(person.id))
  const words = blocked ? historyWords.blocked : historyWords.unblocked
  return withWayBack(frame, set(blocked), {
    sentence: words(spokenName(person.name)),
    undo: () => set(!blocked),
  })
}
