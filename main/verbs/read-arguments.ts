// Owns what the words of a command line ask for. What Chromium, Electron or a test adds is left alone. Pure; who does it is
// whoever runs, this start or the one that runs already.
import type { Verb } from '../../shared/model/verbs'
import { readLink } from './read-link'

/** What is wrong; the sentences are shared/text/desktop-en.ts. */
export type Complaint =
  | { readonly is: 'link-missing' }
  | { readonly is: 'not-a-link' }
  | { readonly is: 'link-too-long' }
  | { readonly is: 'takes-no-value'; readonly word: string }
  | { readonly is: 'too-many' }

export type Asked =
  | { readonly is: 'version' }
  | { readonly is: 'help' }
  | { readonly is: 'wrong'; readonly complaint: Complaint }
  | { readonly is: 'start'; readonly hidden: boolean; readonly verbs: readonly Verb[] }

/** More than anybody means. */
export const MAX_VERBS = 16

const VERBS: Readonly<Record<string, Verb>> = {
  '--accept': { verb: 'accept', video: null },
  '--accept-sound': { verb: 'accept', video: false },
  '--decline': { verb: 'decline' },
  '--mute': { verb: 'mute' },
  '--unmute': { verb: 'unmute' },
  '--hang-up': { verb: 'hang-up' },
  '--open': { verb: 'open' },
}
const CALL = '--call'
const OTHERS = { '--hidden': 'hidden', '--version': 'version', '--help': 'help' } as const
type Other = keyof typeof OTHERS

type Piece =
  | { readonly is: 'verb'; readonly verb: Verb }
  | { readonly is: (typeof OTHERS)[Other] }
  | { readonly is: 'wrong'; readonly complaint: Complaint }
  /** Not ours. */
  | { readonly is: 'foreign'; readonly word: string }

/** `argv` as the process got it: the program first. */
export function readArguments(argv: readonly string[]): Asked {
  const pieces = piecesOf(argv)
  if (pieces.some(({ is }) => is === 'help')) return { is: 'help' }
  if (pieces.some(({ is }) => is === 'version')) return { is: 'version' }
  const wrong = pieces.find((piece) => piece.is === 'wrong')
  if (wrong) return wrong
  const verbs = pieces.flatMap((piece) => (piece.is === 'verb' ? [piece.verb] : []))
  if (verbs.length > MAX_VERBS) return { is: 'wrong', complaint: { is: 'too-many' } }
  return { is: 'start', hidden: pieces.some(({ is }) => is === 'hidden'), verbs }
}

/** What is not ours, for a start anew that is asked for nothing. The program's own name isn't among it. */
export const foreignArguments = (argv: readonly string[]): readonly string[] =>
  piecesOf(argv).flatMap((piece) => (piece.is === 'foreign' ? [piece.word] : []))

function piecesOf(argv: readonly string[]): readonly Piece[] {
  const words = argv.slice(1)
  const pieces: Piece[] = []
  // Behind `--` or a link nothing is a switch: the system writes a link that somebody else made into the command line, and a
  // quotation mark in it must not become a switch of ours.
  let onlyData = false
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (onlyData) pieces.push(dataPiece(word))
    else if (word === CALL) pieces.push(callPiece(words[(at += 1)]))
    else pieces.push(switchPiece(word) ?? dataPiece(word))
    onlyData ||= word === '--' || readLink(word).is !== 'none'
  }
  return pieces
}

/** Null: a word that stands for itself. */
function switchPiece(word: string): Piece | null {
  if (word.startsWith(`${CALL}=`)) return callPiece(word.slice(CALL.length + 1))
  if (isOther(word)) return { is: OTHERS[word] }
  const verb = Object.hasOwn(VERBS, word) ? VERBS[word] : undefined
  if (verb) return { is: 'verb', verb }
  const name = word.slice(0, Math.max(0, word.indexOf('=')))
  if (Object.hasOwn(VERBS, name) || isOther(name))
    return { is: 'wrong', complaint: { is: 'takes-no-value', word: name } }
  return null
}

const isOther = (word: string): word is Other => Object.hasOwn(OTHERS, word)

function callPiece(word: string | undefined): Piece {
  if (word === undefined || word === '' || word.startsWith('--'))
    return { is: 'wrong', complaint: { is: 'link-missing' } }
  const piece = dataPiece(word)
  return piece.is === 'foreign' ? { is: 'wrong', complaint: { is: 'not-a-link' } } : piece
}

function dataPiece(word: string): Piece {
  const found = readLink(word)
  if (found.is === 'link') return { is: 'verb', verb: { verb: 'offer-link', link: found.link } }
  if (found.is === 'too-long') return { is: 'wrong', complaint: { is: 'link-too-long' } }
  return { is: 'foreign', word }
}
