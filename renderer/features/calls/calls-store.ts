// Owns what the screens read about calls: plain snapshots, written only by the call controller.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Direction, EndReason, RingProofStep } from '../../../shared/model/call'
import type { Sending, SharedScreen } from '../../../shared/protocol/call-messages'
import type { FailureCode } from '../../../shared/failure'

export type Phase =
  /** Outgoing: looking for the server and the person. */
  | { readonly name: 'calling' }
  /** Outgoing: their app said it rings. Incoming: ours rings. */
  | { readonly name: 'ringing'; readonly rung?: readonly RingProofStep[] }
  | { readonly name: 'connecting' }
  | { readonly name: 'connected'; readonly sinceMs: number }
  /** `sinceMs` is still when both were first connected. */
  | { readonly name: 'reconnecting'; readonly sinceMs: number; readonly lostMs: number }
  /** Kept until dismissed, so that the reason can be read. */
  | {
      readonly name: 'ended'
      readonly reason: EndReason
      readonly talkedMs: number
      /** What they said when they declined, cleaned. */
      readonly words?: string
    }

/** What we send: `off` by choice; `none` with the reason why there is nothing to send. */
export type LocalSending =
  | { readonly is: 'on' }
  | { readonly is: 'starting' }
  | { readonly is: 'off' }
  | { readonly is: 'none'; readonly code: FailureCode }

export interface RemoteSending {
  readonly microphone: Sending
  readonly camera: Sending
  /** What they show of their screen; null: nothing. Its title is cleaned. */
  readonly screen: SharedScreen | null
}

export interface CalledPerson {
  readonly id: string
  readonly name: string
  readonly isContact: boolean
  /** A contact who is somebody else has this name, to the eye the same. */
  readonly namesake?: string
  /** URL of the picture they sent; absent while a stranger rings, and where the contact's own is stored. */
  readonly picture?: string
}

export interface CallView {
  readonly callId: string
  readonly direction: Direction
  /** The other side: identity, the name to show (a contact's wins, cleaned of control characters), is it a contact. */
  readonly person: CalledPerson
  /** Whether the caller called with a picture. */
  readonly video: boolean
  readonly phase: Phase
  readonly local: { readonly microphone: LocalSending; readonly camera: LocalSending }
  /** As the other side last said; null until it did. */
  readonly remote: RemoteSending | null
  /** Where to call back; null where that isn't possible from here. */
  readonly callBack: string | null
}

/** Live tracks of the call that has media; objects, so kept apart from the snapshots. Null where there is none. */
export interface CallMedia {
  readonly callId: string
  readonly localCamera: MediaStreamTrack | null
  readonly localMicrophone: MediaStreamTrack | null
  readonly remoteMicrophone: MediaStreamTrack | null
  readonly remoteCamera: MediaStreamTrack | null
  readonly remoteScreen: MediaStreamTrack | null
  readonly remoteScreenSound: MediaStreamTrack | null
}

export interface CallsState {
  /** Newest last. At most one is connecting, connected or reconnecting. */
  readonly calls: readonly CallView[]
  readonly media: CallMedia | null
}

export type CallsStore = StoreApi<CallsState>
export const createCallsStore = (): CallsStore => createStore<CallsState>(() => ({ calls: [], media: null }))

/** What screens may ask for; implemented by call-controller.ts. All are harmless in a state where they mean nothing. */
export interface CallCommands {
  /** `target`: as a link names it or a contact is stored. Returns the call's id. */
  place(
    target: { readonly id: string; readonly server: string; readonly name: string },
    video: boolean,
  ): string
  accept(callId: string, video: boolean): void
  /** `message`: words for the caller. */
  decline(callId: string, message?: string): void
  /** Cancel while it rings, hang up after. */
  hangUp(callId: string): void
  setMicrophone(callId: string, on: boolean): void
  setCamera(callId: string, on: boolean): void
  /** Takes an ended call off the screen. */
  dismiss(callId: string): void
}
