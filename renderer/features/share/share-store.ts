// Owns what the screens read about sharing this side's screen: the picker while it is open, and the share while there is
// one. Plain snapshots but for the two tracks, written only by the share controller.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FailureCode } from '../../../shared/failure'
import {
  DEFAULT_MANNER,
  type HeldReason,
  type ShareAbilities,
  type ShareManner,
  type ShareSource,
} from '../../../shared/model/share'
import type { Untitled } from './share-titles'

/** The large preview is the capture itself: what is seen here is what will be sent, and nothing is before Share. */
export type Preview =
  | { readonly is: 'none' }
  | { readonly is: 'opening'; readonly sourceId: string }
  | { readonly is: 'open'; readonly sourceId: string; readonly track: MediaStreamTrack }
  | { readonly is: 'failed'; readonly sourceId: string; readonly code: FailureCode }

export type SourceList =
  | { readonly is: 'loading' }
  | { readonly is: 'listed'; readonly sources: readonly ShareSource[]; readonly left: number }
  | { readonly is: 'denied' }
  | { readonly is: 'failed' }

export interface PickerState {
  /** `switch`: something is shared already, and goes on until another source is chosen. */
  readonly purpose: 'start' | 'switch'
  readonly list: SourceList
  readonly preview: Preview
  readonly sound: boolean
  /** Share was pressed; the first frame goes out. */
  readonly starting: boolean
}

/** What the viewer last said they decode. */
export interface SeenByViewer {
  readonly width: number
  readonly height: number
  readonly fps: number
  readonly freezes: number
  readonly frozenMs: number
}

export const TROUBLES = ['blurred', 'slow', 'stutters', 'stuck'] as const
export type Trouble = (typeof TROUBLES)[number]
export const REMEDIES = ['text-mode', 'lower-resolution', 'choose-window'] as const
export type Remedy = (typeof REMEDIES)[number]

export interface LiveShare {
  readonly callId: string
  /** As the picker lists it; null where the system's own dialogue chose it. */
  readonly sourceId: string | null
  readonly kind: 'screen' | 'window'
  readonly title: string
  /** What it is where it has no title. */
  readonly untitled: Untitled
  /** Monotonic, of the first source of this share. */
  readonly sinceMs: number
  readonly manner: ShareManner
  readonly held: HeldReason | null
  readonly sound: boolean
  /** As it is sent: what is captured, within the limit. */
  readonly size: { readonly width: number; readonly height: number } | null
  readonly seen: SeenByViewer | null
  /** What is wrong with what they see; null: nothing. */
  readonly trouble: Trouble | null
  /** What one press would do about it. */
  readonly remedies: readonly Remedy[]
}

export interface LostShare {
  readonly callId: string
  readonly title: string
  /** One press goes on with this window of the same program; null: none is open. */
  readonly successor: { readonly title: string } | null
  /** Monotonic: then the share is over. */
  readonly untilMs: number
}

export type OwnShare =
  | { readonly is: 'none' }
  | ({ readonly is: 'live' } & LiveShare)
  /** The shared window was closed; viewers keep its last picture for a moment while one press can go on with its successor. */
  | ({ readonly is: 'lost' } & LostShare)

export interface ShareState {
  readonly abilities: ShareAbilities | null
  readonly picker: PickerState | null
  readonly own: OwnShare
  /** What is captured while something is shared: the small picture beside what is said of it. An object, so apart. */
  readonly ownTrack: MediaStreamTrack | null
  readonly manner: ShareManner
  /** Titles and programs that were shared lately, newest first; as long as the app runs. */
  readonly lately: readonly string[]
  /**
   * What the line to the other side takes, in bits a second, for all that is sent; null while that isn't known. What a share
   * needs is `neededBps` of choose-encoding.ts.
   */
  readonly availableBps: number | null
  /** Why the last attempt to share came to nothing; null once it was read or another attempt began. */
  readonly failure: FailureCode | null
}

export type ShareStore = StoreApi<ShareState>
export const createShareStore = (): ShareStore =>
  createStore<ShareState>(() => ({
    abilities: null,
    picker: null,
    own: { is: 'none' },
    ownTrack: null,
    manner: DEFAULT_MANNER,
    lately: [],
    availableBps: null,
    failure: null,
  }))

/** What screens may ask for; implemented by share-controller.ts. All are harmless in a state where they mean nothing. */
export interface ShareCommands {
  /** "Share" and "Switch": our picker, or the system's own. */
  open(): void
  /** Opens that source's preview; its capture follows the selection. */
  preview(sourceId: string): void
  setManner(manner: ShareManner): void
  setSound(on: boolean): void
  /** Sends the source whose preview is open. */
  start(): void
  cancel(): void
  pause(): void
  resume(): void
  stop(): void
  /** Goes on with the successor of a window that was closed. */
  goOn(): void
  remedy(remedy: Remedy): void
  openSystemSettings(): void
  forgetFailure(): void
}
