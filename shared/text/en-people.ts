// Owns the words of a contact's page, of pictures, of importing and exporting. Apart from en.ts, because all of it is loaded
// after the first screen.

import { counted, countedNoun } from './plural'

const nb = '\u00a0'

const people = countedNoun('person', 'people')
const pictures = countedNoun('picture', 'pictures')

interface Counts {
  readonly added: number
  readonly changed: number
  readonly withoutPicture: number
}

export const peopleWords = {
  page: {
    title: 'Contact',
    name: 'Name',
    nameMissing: 'Type a name for this person.',
    makeFavourite: 'Make a favourite',
    noFavourite: 'No longer a favourite',
    notes: 'Your notes',
    notesHint: 'Kept on this computer, sent to nobody.',
    relayOnly: 'Relay only',
    relayOnlyHint:
      'Calls with this person go through the relay of the server alone, so they never learn the address of this computer.',
    relayOnlyForAll: 'On for everybody: Settings, Privacy.',
    video: 'Call with video',
    sound: 'Sound only',
    link: 'Call link',
    copy: 'Copy link',
    copied: 'Link copied',
    sendOn: 'Copy to send on',
    copiedToSend: 'Name and link copied. Paste them into a message.',
    copyFailed: "The link couldn't be copied. Select it and copy it by hand.",
    qr: 'QR code',
    qrLabel: (name: string) => `Call link of ${name} as a QR code`,
    blockHint: 'Blocked people can neither ring you nor leave a missed call. They are not told.',
    blockedHint: "Blocked: this person can't ring you, and isn't told.",
    remove: 'Delete contact',
    removed: (name: string) => `${name} is no longer in your contacts`,
    notesRemoved: 'Your notes are deleted',
    id: 'Id',
  },
  add: {
    title: 'New contact',
    linkMissing: 'Paste the call link of the person you want to save.',
    own: 'This is your own link. Paste the link of the person you want to save.',
    known: (name: string) => `${name} is in your contacts already.`,
    nameMissing: 'Type a name for this person.',
    save: 'Save contact',
  },
  manage: {
    title: 'Contacts',
    importTitle: 'Import',
    exportTitle: 'Export',
    exportHint: 'A file with all contacts, your notes and their pictures. Whoever has the file can read it.',
    json: 'Export for Parley',
    vcard: 'Export as vCard',
    exported: (n: number) => `${people(n)} written.`,
    nobody: 'There are no contacts to export yet.',
  },
  importing: {
    hint: 'From a file that Parley exported, or vCards with call links. You see what it would change first.',
    choose: 'Choose a file',
    reading: 'Reading the file',
    problems: {
      'too-large': `This file is larger than 16${nb}MB. Choose the file that Parley exported, or split it.`,
      'not-readable': "This file can't be read. Look whether it is still there and you may open it.",
      empty: 'This file is empty. Choose another one.',
      calendar: 'This is a calendar. Choose a file with contacts: vCard (.vcf) or one that Parley exported.',
      binary: "This isn't a file of contacts. Choose a vCard (.vcf) or one that Parley exported.",
      'other-json': "This file isn't from Parley's export. Choose one that is, or a vCard (.vcf).",
      newer: 'A newer Parley wrote this file. Update Parley, then choose it again.',
      unknown: "This isn't a file of contacts. Choose a vCard (.vcf) or one that Parley exported.",
      nobody: 'There is nobody in this file. Choose another one.',
    },
    fresh: counted({
      one: () => 'One new person',
      other: (n) => (n === '0' ? 'Nobody new' : `${n}${nb}new people`),
    }),
    known: (there: number, changing: number) =>
      there === 0
        ? 'Nobody who is in your contacts already'
        : `${people(there)} in your contacts already, ${changing === 0 ? 'nothing changes' : `${people(changing)} with changes`}`,
    manner: 'What becomes of people you have already',
    keep: 'Keep mine, fill gaps',
    replace: "Take the file's",
    fields: {
      name: 'name',
      server: 'link',
      notes: 'notes',
      favourite: 'favourite',
      relayOnly: 'relay only',
      picture: 'picture',
    },
    changes: (fields: string) => `changes ${fields}`,
    leftOut: (n: number) => (n === 0 ? 'Nothing is left out' : `${people(n)} left out`),
    more: (n: number) => `and ${people(n)} more`,
    line: (n: number) => `Line ${String(n)}`,
    reasons: {
      unreadable: "can't be read",
      unfinished: 'has no end',
      'old-version': 'is of an older vCard version: export it as 3.0 or 4.0',
      'no-name': 'has no name',
      'no-link': 'has no call link',
      'id-wrong': 'has an id that is none',
      own: 'is yourself',
      twice: 'is in the file twice',
      limit: 'is more than your contacts hold',
    },
    take: (n: number) => `Take these ${people(n)}`,
    taking: 'Taking what you chose',
    pictures: (done: number, of: number) => `Drawing picture ${String(done + 1)} of ${String(of)}`,
    canUndo: 'The import can be taken back',
    taken: ({ added, changed, withoutPicture }: Counts) =>
      [
        `${people(added)} added, ${people(changed)} changed.`,
        ...(withoutPicture === 0 ? [] : [`${pictures(withoutPicture)} couldn't be used.`]),
      ].join(' '),
  },
  blocked: {
    title: 'Blocked people',
    nobody: 'Nobody is blocked.',
    unblock: (name: string) => `Unblock ${name}`,
  },
  picture: {
    crop: 'Choose the part of the picture to keep',
    square: 'The part that is kept',
    hint: 'Drag the picture, or move it with the arrow keys; + and − zoom.',
    zoom: 'Zoom',
    reading: 'Reading the picture',
    use: 'Use this picture',
    keep: 'Leave it as it was',
    choose: 'Choose a picture',
    change: 'Change picture',
    takeSeen: 'Use the picture from the call',
    remove: 'Remove picture',
    removed: 'The picture is removed',
    changed: 'The picture is another one',
    problems: {
      'file-too-large': `This file is larger than 40${nb}MB. Choose a smaller picture.`,
      'not-a-picture': "This file isn't a JPEG, PNG or WebP picture. Choose another one.",
      'too-many-pixels': 'This picture has more than 50 million pixels. Make it smaller and choose it again.',
      'side-too-long': 'One side of this picture is longer than 16,384 pixels. Cut it and choose it again.',
      undecodable: "This picture can't be read; the file may be damaged. Choose another one.",
    },
  },
}
