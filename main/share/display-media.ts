// Owns what each page chose, and answering its requests for a capture with that and nothing else.
// Whether one is granted is capture-rules.ts, that it is settled once open-requests.ts, Electron's side
// display-media-handler.ts.
import { fail, ok, type Result } from '../../shared/result'
import type { Asker } from '../ipc-dispatch'
import { kindOfError, type Log } from '../log/log'
import { decideCapture, isFresh, type CaptureChoice, type CaptureRequest } from './capture-rules'
import { createOpenRequests, giveAnswer, type AnswerCapture, type ChosenSource } from './open-requests'
import type { SourceOffers } from './source-offers'

/** As `share.choose` has it. */
export type Choosing = {
  readonly source: { readonly dialogue: string; readonly id: string } | null
  readonly sound: boolean
}

export type DisplayMediaParts = {
  readonly offers: SourceOffers
  readonly picker: 'own' | 'system'
  readonly soundAvailable: boolean
  /** The system's own dialogue; null: the person chose nothing. */
  readonly askSystem: () => Promise<ChosenSource | null>
  readonly after: (ms: number, run: () => void) => () => void
  readonly nowMs: () => number
  readonly log: Log
}

type Choice = CaptureChoice & { readonly dialogue: string | null }

export class DisplayMedia {
  private readonly parts: DisplayMediaParts
  private readonly choices = new Map<Asker, Choice>()
  private readonly requests

  constructor(parts: DisplayMediaParts) {
    this.parts = parts
    this.requests = createOpenRequests(parts)
  }

  /** Takes the place of what was chosen before, also where it is refused. */
  choose(asker: Asker, { source, sound }: Choosing): Result<undefined> {
    this.choices.delete(asker)
    this.requests.endAll(asker, 'cancelled')
    const of = source ? this.offered(asker, source) : this.systemChoice()
    if (!of.ok) return of
    this.choices.set(asker, {
      of: of.value,
      sound: sound && this.parts.soundAvailable,
      chosenAtMs: this.parts.nowMs(),
      dialogue: source?.dialogue ?? null,
    })
    return ok(undefined)
  }

  /** Whether a request of this page could be granted now. */
  hasChoice(asker: Asker): boolean {
    const choice = this.choices.get(asker)
    return choice !== undefined && isFresh(choice, this.parts.nowMs())
  }

  /** `asker` is null where the page is gone. */
  request(asker: Asker | null, request: CaptureRequest, answer: AnswerCapture): void {
    const choice = asker === null ? null : (this.choices.get(asker) ?? null)
    const decision = decideCapture(request, choice, this.parts.nowMs())
    if (asker === null || decision.is === 'refused') {
      const outcome = decision.is === 'refused' ? decision.why : 'frame-gone'
      return giveAnswer(answer, { grant: null, outcome }, this.parts.log)
    }
    // One choice, one request.
    this.choices.delete(asker)
    const { of, sound } = decision
    if (of.is === 'system') return this.askSystem(asker, sound, answer)
    const video = { id: of.id, name: of.name }
    giveAnswer(answer, { grant: { video, sound }, outcome: 'granted' }, this.parts.log)
  }

  /** What was chosen in this dialogue and not used yet is void with it. */
  dialogueClosed(dialogue: string): void {
    for (const [asker, choice] of this.choices) {
      if (choice.dialogue === dialogue) this.choices.delete(asker)
    }
  }

  /** The page is gone: its choice is void, and its requests are refused. */
  left(asker: Asker): void {
    this.choices.delete(asker)
    this.requests.endAll(asker, 'left')
  }

  private askSystem(asker: Asker, sound: boolean, answer: AnswerCapture): void {
    const request = this.requests.begin(asker, answer)
    this.parts.askSystem().then(
      (video) => (video ? request.grant({ video, sound }) : request.end('cancelled')),
      (error: unknown) => {
        this.parts.log.info('system dialogue failed', { why: kindOfError(error) })
        request.end('failed')
      },
    )
  }

  private offered(
    asker: Asker,
    { dialogue, id }: { readonly dialogue: string; readonly id: string },
  ): Result<CaptureChoice['of']> {
    const offer = this.parts.offers.find(asker, dialogue, id)
    return offer ? ok({ is: 'source', id: offer.id, name: offer.name }) : fail('source-gone')
  }

  private systemChoice(): Result<CaptureChoice['of']> {
    return this.parts.picker === 'system' ? ok({ is: 'system' }) : fail('share-refused')
  }
}
