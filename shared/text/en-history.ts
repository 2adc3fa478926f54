// Owns the words of the recent calls, by key: what is listed, chosen, told of one call, and taken back.

import { counted, countedNoun } from './plural'

const calls = countedNoun('call', 'calls')

export const historyWords = {
  /** The window's title while missed calls weren't seen. */
  title: (missed: number, name: string) => `(${missed}) ${name}`,
  badge: (missed: number) => (missed > 99 ? '99+' : String(missed)),
  missedCount: countedNoun('missed call', 'missed calls'),
  show: 'Which calls to list',
  filters: {
    all: 'All calls',
    missed: 'Missed',
    incoming: 'Incoming',
    outgoing: 'Outgoing',
  },
  noneTitle: {
    all: 'No calls',
    missed: 'No missed calls',
    incoming: 'No incoming calls',
    outgoing: 'No outgoing calls',
  },
  noneHint: 'Choose “All calls” to see the others.',
  showAll: 'Show all calls',
  marks: { missed: 'Missed', incoming: 'Incoming', outgoing: 'Outgoing' },
  line: (first: string, rest: string) => `${first}, ${rest}`,
  unseen: 'New',
  times: (n: number) => `(${n})`,
  timesSpoken: calls,
  details: (name: string, time: string) => `Details of the call with ${name}, ${time}`,
  hideDetails: (name: string, time: string) => `Hide the details of the call with ${name}, ${time}`,
  length: 'Length',
  ended: 'End',
  connection: 'Connection',
  qualities: {
    good: 'Good',
    weak: 'Weak at times',
    poor: 'Poor at times',
  },
  kinds: { video: 'with video', sound: 'with sound' },
  givenName: 'Name given',
  id: 'Id',
  removeOne: (time: string) => `Delete the call of ${time}`,
  removeSeveral: 'Delete calls',
  removeShown: (n: number) => `Delete the ${calls(n)} shown`,
  removeAll: counted({ one: () => 'Delete all calls', other: (n) => `Delete all ${n}\u00a0calls` }),
  removed: (n: number) => `${calls(n)} deleted`,
  block: 'Block',
  unblock: 'Unblock',
  blockPerson: (verb: string, name: string) => `${verb} ${name}`,
  blocked: (name: string) => `${name} is blocked`,
  unblocked: (name: string) => `${name} can ring you again`,
  undo: 'Undo',
}
