// Owns what the rest of the app may ask of the running calls; call-controller.ts does it.
import type { RingProofStep } from '../../../shared/model/call'
import type { KeptCall } from '../../../shared/model/kept-call'
import type { KeptRing, RingOrigin } from '../../../shared/model/kept-ring'
import type { CallPath } from '../../rtc/call-path'
import type { MediaKind } from '../../rtc/local-media'
import type { OwnScreen } from '../../rtc/own-screen'
import type { Signalling } from '../../rtc/signalling'
import type { CallCommands } from './calls-store'
import type { SaidContent, SaidInCall } from './said'

/** What a host has to do with calls that ring, so that they outlive their page. */
export interface RingKeeping {
  /** Where the caller of that call is reached; null where the next page couldn't reach them. */
  originOf(callId: string): RingOrigin | null
  /** It rang in the page before this one, which was lost: it rings again. */
  take(kept: KeptRing): void
}

export interface CallController {
  readonly commands: CallCommands
  readonly rings: RingKeeping
  /** Takes calls that come over that server until undone: home, whenever there is a new one. Visits are seen to inside. */
  listen(signalling: Signalling): () => void
  /** The machine woke up, or its network changed (`system.woke`, `online`). */
  networkChanged(): void
  /** A device that failed works again; a running call that wanted it takes it. */
  deviceRecovered(kind: MediaKind): void
  /** Contacts changed, on which names in the store depend. */
  refresh(): void
  /** The host has seen that this call, which rings here, is shown or heard. Told to contacts, where the user allows it. */
  ringProven(callId: string, step: RingProofStep): void
  /** That call's connection, for figures; null where there is none yet, or no more. */
  pathOf(callId: string): CallPath | null
  /**
   * Shows this side's screen in that call; null: nothing any more. It survives a reconnect, and ends with the call. Resolves when
   * what was sent before is sent no longer.
   */
  showScreen(callId: string, own: OwnScreen | null): Promise<void>
  /** Over the channel or not at all: the message's number, null where the channel isn't open. */
  say(callId: string, content: SaidContent): number | null
  /** What the other side says over the channel besides: how it sees our screen, texts. Checked, in order, each once. */
  onSaid(listener: (said: SaidInCall) => void): () => void
  /** Takes up the call in which the page before this one was lost. */
  resume(kept: KeptCall): void
  /** Ends every call, as when the window closes. `mayReturn`: or the page is only loaded again, and takes its call up then. */
  end(mayReturn?: boolean): void
}
