// Owns the sentences that are chosen from a code: why a call ended, what failed, what is wrong with a link or an address.
// Each says what happened and what to do next. The interface's other words are en.ts.
import type { FailureCode } from '../failure'
import type { BaseUrlProblem } from '../link/base-url'
import type { LinkProblem } from '../link/call-link'
import type { EndReason } from '../model/call'

export interface EndWords {
  readonly title: string
  /** Empty where nothing needs to be done. */
  readonly next: string
}

type EndFacts = {
  /** As inside a sentence. */
  readonly name: string
  readonly talked: boolean
  /** False where this person can't be called from here. */
  readonly canCall?: boolean
}

const callBackLater = ({ canCall = true }: EndFacts) => (canCall ? 'Call back when it suits you.' : '')

const END_WORDS: Readonly<Record<EndReason, (facts: EndFacts) => EndWords>> = {
  'ended-by-me': () => ({ title: 'You hung up', next: '' }),
  'ended-by-other': ({ name }) => ({ title: `${name} hung up`, next: '' }),
  'declined-by-other': ({ name }) => ({ title: `${name} declined`, next: 'Ring again later.' }),
  'declined-by-me': (facts) => ({ title: 'You declined', next: callBackLater(facts) }),
  busy: ({ name }) => ({ title: `${name} is in another call`, next: 'Ring again in a few minutes.' }),
  'no-answer': ({ name }) => ({
    title: `${name} didn't answer`,
    next: 'Ring again later.',
  }),
  missed: (facts) => ({ title: `You missed a call from ${facts.name}`, next: callBackLater(facts) }),
  offline: ({ name }) => ({ title: `${name} can't be reached right now`, next: 'Ring again later.' }),
  'cancelled-by-me': () => ({ title: 'You cancelled the call', next: '' }),
  'cancelled-by-other': (facts) => ({ title: `${facts.name} stopped ringing`, next: callBackLater(facts) }),
  'answered-too-late': (facts) => ({
    title: `${facts.name}'s call couldn't be taken any more`,
    next: `Parley's window stopped while it rang, and was back too late. ${callBackLater(facts)}`.trim(),
  }),
  merged: ({ name }) => ({ title: `${name} called you at the same time`, next: '' }),
  'could-not-connect': ({ name }) => ({
    title: `Couldn't reach ${name}'s network`,
    next: `Ask ${name} to set a relay server, or try another network.`,
  }),
  'no-route-without-relay': ({ name }) => ({
    title: `Found no way to ${name}'s network`,
    next: 'The server gives neither STUN nor a relay, and calls between two homes need one. Add a STUN server in Settings, or use a server that has a relay.',
  }),
  'no-relay-here': ({ name }) => ({
    title: 'Relay only is on, and this server has no relay that works',
    next: `Use a server that has one. Or switch relay only off, in Settings, Privacy, or on ${name}'s page in Contacts: then ${name} learns your address.`,
  }),
  'no-relay-there': ({ name }) => ({
    title: `${name} uses a relay only, and none works on this server`,
    next: `Ask whoever runs the server to set up a relay, or ask ${name} to call by another server.`,
  }),
  'server-unreachable': () => ({
    title: "The server of this link doesn't answer",
    next: 'Check your connection and the link, then call again.',
  }),
  // Not by name: who isn't known yet would be called "The other side" in the middle of a sentence.
  'not-invited': () => ({
    title: "The server of this link doesn't know you",
    next: 'Only people on its list may use it. Ask who gave you the link, or whoever runs the server, to add you.',
  }),
  'join-code-needed': () => ({
    title: 'The server of this link wants a join code',
    next: 'Ask who gave you the link, or whoever runs the server, and enter it here.',
  }),
  'rate-limited': ({ name }) => ({
    title: 'The server asks for a pause',
    next: `There were too many calls at once, so ${name} wasn't rung. Call again in a minute.`,
  }),
  superseded: () => ({
    title: 'You have Parley open in another place',
    next: 'Calls go to the newest window or tab. Choose “Use it here” first, then call again.',
  }),
  'connection-lost': ({ name }) => ({
    title: `The connection to ${name} was lost`,
    next: 'Check your network, then call again.',
  }),
  'identity-mismatch': ({ name, talked }) => ({
    title: `This isn't the ${name} you know: the key doesn't match`,
    next: `${talked ? 'The call was ended at once.' : 'The call ended before anything was sent.'} Ask ${name} for the link again, in another way.`,
  }),
  'version-unsupported': ({ name }) => ({
    title: `${name} uses a Parley that doesn't match yours`,
    next: 'Update Parley on both sides, then call again.',
  }),
  misbehaved: ({ name }) => ({
    title: `${name}'s app sent something that doesn't belong in a call`,
    next: `The call was ended to keep you safe. Ask ${name} to update Parley.`,
  }),
}

export function endWords(reason: EndReason, facts: EndFacts): EndWords {
  return END_WORDS[reason](facts)
}

/** `found` is the number of characters, where parseCallLink counted them. */
const LINK_WORDS: Readonly<Record<LinkProblem, (found: string) => string>> = {
  empty: () => 'Paste the link of the person you want to call.',
  'too-long': () => 'This is longer than any call link. Copy only the link and paste it again.',
  'not-a-call-link': () =>
    "This isn't a call link. A call link begins with “parley://call/” or contains “#/call/”.",
  'id-too-short': (found) =>
    `Part of this link is missing: ${found} of 32 characters. Copy the whole link and paste it again.`,
  'id-too-long': (found) =>
    `This link has ${found} characters where 32 belong. Copy only the link and paste it again.`,
  'id-wrong-characters': () =>
    'This link contains characters that no call link has. Copy it again and paste it.',
  'server-missing': () =>
    "This link doesn't say which server to ask. Copy the whole link and paste it again.",
  'server-malformed': () => "The server named in this link isn't an address. Ask for the link again.",
}

export function linkProblemWords(problem: LinkProblem, found = ''): string {
  return LINK_WORDS[problem](found)
}

const ADDRESS_WORDS: Readonly<Record<BaseUrlProblem, string>> = {
  empty: 'Type the address of the server, such as call.example.org.',
  'not-a-url': "This isn't an address. An address looks like call.example.org or call.example.org:9000.",
  'wrong-scheme': 'The address of a server begins with https:// or http://.',
  'has-credentials': 'Leave out the name and password in front of the @.',
}

export function addressProblemWords(problem: BaseUrlProblem): string {
  return ADDRESS_WORDS[problem]
}

const tryAgain = 'Try again.'
const startAgain = 'Close Parley and start it again.'
const updateBoth = 'Update Parley here and on the server.'

/** One sentence or two for any failure that has no place of its own. */
const FAILURE_WORDS: Readonly<Record<FailureCode, string>> = {
  'bad-input': `Parley couldn't use that. ${tryAgain}`,
  'forbidden-sender': `This window may not do that. ${startAgain}`,
  'not-supported-here': "This can't be done here.",
  'in-call': 'Not during a call.',
  internal: `Something in Parley went wrong. ${startAgain}`,
  'identity-locked': 'Your keyring is locked. Unlock it, then try again.',
  'identity-unreadable': "Your key can't be read.",
  'identity-missing': 'Your key is gone.',
  'document-damaged': "A file of Parley's was damaged.",
  'document-too-large': "A file of Parley's is too large to be kept.",
  'disk-full': 'The disk is full. Make room, then try again.',
  'disk-failed': "The disk couldn't be written. Check it, then try again.",
  'limit-reached': 'There is no room for more. Remove some first.',
  'not-found': "That isn't there any more.",
  'picture-unusable': "This picture can't be used. Choose another one: JPEG, PNG or WebP.",
  'not-a-backup': "This file isn't a saved identity. Choose the one that Parley saved.",
  'backup-damaged': 'This saved identity is damaged. Choose another copy of it.',
  'backup-newer': 'This identity was saved by a newer Parley. Update Parley, then try again.',
  'passphrase-wrong': "This passphrase doesn't open the file. Type it again.",
  'server-unreachable': "The server doesn't answer.",
  'server-timeout': 'The server takes too long to answer.',
  'server-answer-malformed':
    "The server answers with something that Parley doesn't understand. Check its address.",
  'not-a-parley-server': 'There is no Parley server at this address. Check the address.',
  'wrong-audience':
    "The server doesn't know itself under this address. Ask whoever runs it to set “--origin” to it.",
  'nonce-unknown': `The server didn't recognise its own challenge. ${tryAgain}`,
  'nonce-expired': `The server's challenge ran out. ${tryAgain}`,
  'nonce-used': `The server's challenge was used before. ${tryAgain}`,
  'signature-wrong': `The server refuses your signature. ${tryAgain}`,
  'id-mismatch': `The server refuses your key. ${startAgain}`,
  'version-unsupported': `The server speaks another version. ${updateBoth}`,
  'ticket-unknown': `The server doesn't recognise its ticket. ${tryAgain}`,
  'ticket-expired': `The server's ticket ran out. ${tryAgain}`,
  'ticket-used': `The server's ticket was used before. ${tryAgain}`,
  'frame-malformed': `The server couldn't read what Parley sent. ${updateBoth}`,
  'frame-too-large': `The server found a message too large. ${updateBoth}`,
  'rate-limited': 'The server asks for a pause.',
  'server-full': 'The server is full.',
  'not-invited': 'Only people on its list may use this server. Ask whoever runs it to add you.',
  'join-code-needed': 'This server wants a join code. Ask whoever runs it for it.',
  'join-code-wrong': "The server doesn't take this join code. Check it with whoever runs the server.",
  restarting: 'The server starts again.',
  superseded: 'Parley was started somewhere else with the same identity, and calls go there now.',
  'id-taken': 'Your identity is in use on this server already. Close the other Parley, then try again.',
  'visit-not-allowed': 'Parley may not reach that server from here.',
  'visit-closer-than-source': 'This person can be reached on their own computer or network only.',
  'port-taken': "Another program uses the port of Parley's own server.",
  'no-network-address': 'This computer is in no network. Connect it, then try again.',
  'permission-denied': "Parley isn't allowed to use this device.",
  'permission-denied-by-system': "The system doesn't let Parley use this device.",
  'device-in-use': 'Another program uses this device. Close it there, then try again.',
  'device-missing': 'There is no such device. Connect one, then try again.',
  'device-failed': "The device doesn't work. Unplug it, plug it in and try again.",
  'source-gone': 'That window was closed. Choose another one.',
  'share-refused': "The system doesn't let Parley record the screen.",
  'share-failed': "That window or screen couldn't be captured. Choose it again, or another one.",
}

export function failureWords(code: FailureCode): string {
  return FAILURE_WORDS[code]
}

type MediaWord = 'microphone' | 'camera'
export type SystemName = 'Windows' | 'macOS' | 'Linux' | 'browser'

/** Why a device gives nothing, with the remedy; stands beside its control. */
export function deviceTroubleWords(
  kind: MediaWord | 'speaker' | 'ringer',
  code: FailureCode,
  system: SystemName,
): string {
  switch (code) {
    case 'permission-denied':
      return system === 'browser'
        ? `This page may not use the ${kind}. Allow it beside the address, then try again.`
        : `Parley may not use the ${kind}. Allow it, then try again.`
    case 'permission-denied-by-system':
      return `${system === 'browser' ? 'The system' : system} doesn't let Parley use the ${kind}.`
    case 'device-in-use':
      return `Another program uses the ${kind}. Close it there, then try again.`
    case 'device-missing':
      return `No ${kind} found. Connect one, then try again.`
    case 'device-failed':
      return `The ${kind} doesn't work. Unplug it, plug it in and try again.`
    default:
      return failureWords(code)
  }
}
