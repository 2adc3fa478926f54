// Owns the shape of sharing as share-machine.ts keeps it: what is being picked, what is shared, and what both ask for.
// What screens see of it is share-store.ts, made by share-view.ts.
import type { FailureCode } from '../../../shared/failure'
import type { ShareAbilities, ShareManner, ShareSources, SourceFacts } from '../../../shared/model/share'
import type { CaptureWish } from '../../rtc/screen-capture'
import type { PictureSize } from './choose-encoding'
import type { SentFrames } from './choose-remedies'
import type { SeenByViewer, SourceList } from './share-store'

/** The call that a share goes to. */
export interface ShareCall {
  readonly callId: string
  /** Identity of the other side: only to them may a share go on in another call. */
  readonly person: string
}

/** A source in main's list: good in that dialogue only. */
export interface ChosenSource {
  readonly dialogue: string
  readonly id: string
}

export interface Source {
  /** null where the system's own dialogue chose it. */
  readonly id: string | null
  readonly kind: 'screen' | 'window'
  readonly title: string
  readonly program: string | null
  /** What the system's own dialogue gave. */
  readonly surface?: 'screen' | 'window' | 'tab'
}

/** `attempt` names a capture: each is opened once, closed once. */
export type PreviewState =
  | { readonly is: 'none' }
  | { readonly is: 'opening'; readonly source: Source & { readonly id: string }; readonly attempt: number }
  | {
      readonly is: 'open'
      readonly source: Source & { readonly id: string }
      readonly attempt: number
      readonly sound: boolean
    }
  | { readonly is: 'failed'; readonly sourceId: string; readonly code: FailureCode }

export type Picking =
  | { readonly is: 'closed' }
  /** Main was asked for a dialogue; `early` is what it told of it before it answered. */
  | { readonly is: 'opening'; readonly request: number; readonly early: ShareSources | null }
  | {
      readonly is: 'open'
      /** null where main gave none. */
      readonly dialogue: string | null
      readonly list: SourceList
      readonly preview: PreviewState
      /** Share was pressed, and the preview isn't there yet. */
      readonly starting: boolean
    }
  /** The system's own dialogue is up. */
  | { readonly is: 'system'; readonly attempt: number }

/** What stays the same from the first source of a share to its last. */
interface Begun {
  readonly sinceMs: number
  /** Wall clock. */
  readonly startedAt: number
}

export interface Live extends Begun {
  readonly is: 'live'
  readonly attempt: number
  readonly epoch: number
  readonly source: Source
  readonly sound: boolean
  /** By the user. */
  readonly paused: boolean
  /** As the system says. */
  readonly facts: Exclude<SourceFacts['is'], 'gone'>
  /** As the track says; null until its first picture. */
  readonly size: PictureSize | null
  /** The capture gives no frames any more. */
  readonly stopped: boolean
  /** The last ones, newest last. */
  readonly seen: readonly SeenByViewer[]
  /** Looks at the line since the last of them. */
  readonly unheardLooks: number
}

/** The window that the same program opened after the shared one was closed. */
export interface Successor extends ChosenSource {
  readonly title: string
}

export interface Lost extends Begun {
  readonly is: 'lost'
  readonly epoch: number
  readonly source: Source
  readonly sound: boolean
  readonly successor: Successor | null
  /** Its successor's capture, on its way. */
  readonly attempt: number | null
  readonly lostMs: number
  /** Then the share is over, if nothing is pressed. */
  readonly untilMs: number
  /** A press before that was meant for the window that was offered until a moment ago. */
  readonly settledMs: number
}

export type Share = { readonly is: 'none' } | Live | Lost

export interface ShareMachine {
  /** null: nothing can be shared. */
  readonly call: ShareCall | null
  readonly abilities: ShareAbilities | null
  readonly picking: Picking
  readonly share: Share
  readonly manner: ShareManner
  /** Whether sound is wished with the next source. */
  readonly sound: boolean
  readonly locked: boolean
  readonly lately: readonly string[]
  readonly failure: FailureCode | null
  /** Of the line to the other side, for all that is sent. */
  readonly availableBps: number | null
  readonly frames: SentFrames | null
  /** How many looks in a row nothing of the source left the encoder. */
  readonly stuckLooks: number
  /** Of this call, so far. */
  readonly lastEpoch: number
  /** Of captures and dialogues, so far. */
  readonly lastNumber: number
}

export type ShareEvent =
  | { readonly type: 'callChanged'; readonly call: ShareCall | null }
  | { readonly type: 'abilitiesRead'; readonly abilities: ShareAbilities }
  | { readonly type: 'openPressed' }
  | { readonly type: 'previewPressed'; readonly sourceId: string }
  | { readonly type: 'mannerSet'; readonly manner: ShareManner }
  | { readonly type: 'soundSet'; readonly on: boolean }
  | { readonly type: 'startPressed' }
  | { readonly type: 'cancelPressed' }
  | { readonly type: 'pausePressed' }
  | { readonly type: 'resumePressed' }
  | { readonly type: 'stopPressed' }
  | { readonly type: 'goOnPressed' }
  | { readonly type: 'failureRead' }
  | { readonly type: 'dialogueOpened'; readonly request: number; readonly dialogue: string }
  | { readonly type: 'dialogueFailed'; readonly request: number; readonly code: FailureCode }
  | { readonly type: 'sourcesCame'; readonly sources: ShareSources }
  /** `surface` and `label` as the capture says: all there is where the system chose. */
  | {
      readonly type: 'captureOpened'
      readonly attempt: number
      readonly sound: boolean
      readonly surface: 'screen' | 'window' | 'tab' | 'unknown'
      readonly label: string
    }
  /** `atOnce`: faster than a person could have said no. */
  | {
      readonly type: 'captureFailed'
      readonly attempt: number
      readonly code: FailureCode
      readonly atOnce: boolean
    }
  | { readonly type: 'captureEnded'; readonly attempt: number }
  | {
      readonly type: 'captureLooked'
      readonly attempt: number
      readonly size: PictureSize | null
      readonly stopped: boolean
    }
  | { readonly type: 'factsCame'; readonly facts: SourceFacts }
  | { readonly type: 'lockedChanged'; readonly locked: boolean }
  | { readonly type: 'waitedForSuccessor' }
  | {
      readonly type: 'seenByViewer'
      readonly callId: string
      readonly epoch: number
      readonly seen: SeenByViewer
    }
  | {
      readonly type: 'lineMeasured'
      readonly availableBps: number | null
      readonly frames: SentFrames | null
    }

/** What ends isn't here: whoever carries these out closes each capture and dialogue that the machine no longer names. */
export type ShareEffect =
  | { readonly do: 'openDialogue'; readonly request: number }
  /** `source` null: the system's own dialogue chooses. */
  | {
      readonly do: 'openCapture'
      readonly attempt: number
      readonly source: ChosenSource | null
      readonly wish: CaptureWish
      readonly hint: string
    }
  | {
      readonly do: 'limitCapture'
      readonly attempt: number
      readonly wish: CaptureWish
      readonly hint: string
    }

export interface ShareStep {
  readonly machine: ShareMachine
  readonly effects: readonly ShareEffect[]
}

/** What a step needs of the world outside. */
export interface Moment {
  readonly nowMs: number
  readonly wallMs: number
}
