// Owns what can be done with the recent calls: calling back, saving or blocking the person, deleting with
// a way back, having seen them.
import { useMemo } from 'react'
import type { CallRecord } from '../../shared/model/call-record'
import { failureWords } from '../../shared/text/en-codes'
import { historyWords } from '../../shared/text/en-history'
import type { CallActions, Callee } from '../features/history/call-row'
import type { PeopleCommands } from '../features/people/people-store'
import { useClient, useFrame } from './client-context'
import type { FrameStore } from './frame-store'
import { usePersonActions } from './use-person-actions'
import { setBlockedWithWayBack, withWayBack } from './way-back'

export function useCallActions(): CallActions {
  const { commands } = useClient()
  const frame = useFrame()
  const { call, save } = usePersonActions()
  return useMemo(
    () => ({
      call,
      save,
      remove: (records) => void removeCalls(commands.people, frame, records),
      setBlocked: (person, blocked) => void setBlocked(commands.people, frame, person, blocked),
      see: () => commands.people.seeCalls(),
    }),
    [commands, frame, call, save],
  )
}

async function removeCalls(
  people: PeopleCommands,
  frame: FrameStore,
  records: readonly CallRecord[],
): Promise<void> {
  const removed = await withWayBack(frame, people.removeCalls(records), {
    sentence: historyWords.removed(records.length),
    undo: () => people.putBackCalls(records),
  })
  if (!removed.ok) frame.setState({ takeBack: { sentence: failureWords(removed.code), undo: null } })
}

async function setBlocked(
  people: PeopleCommands,
  frame: FrameStore,
  { id, name }: Pick<Callee, 'id' | 'name'>,
  blocked: boolean,
): Promise<void> {
  const set = await setBlockedWithWayBack(people, frame, { id, name }, blocked)
  if (!set.ok) frame.setState({ takeBack: { sentence: failureWords(set.code), undo: null } })
}
