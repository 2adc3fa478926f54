// Owns what would end one call now, sealed ahead: a closing window waits for nothing.
import type { CallMessageContent } from '../../../shared/protocol/call-messages'
import type { CourierLine, Prepared } from '../../rtc/courier-line'

export class Farewell {
  /** Its content, to be recognised by. */
  #text = ''
  #prepared: Prepared | null = null
  #isSaid = false
  readonly #line: CourierLine

  constructor(line: CourierLine, content: CallMessageContent) {
    this.#line = line
    this.seal(content)
  }

  get isSaid(): boolean {
    return this.#isSaid
  }

  seal(content: CallMessageContent): void {
    this.#text = JSON.stringify(content)
    this.#prepared = this.#line.prepareLast(content)
  }

  /** Anything; what was sealed ahead leaves at once. */
  send(content: CallMessageContent): void {
    this.#isSaid = true
    const isSealed = JSON.stringify(content) === this.#text
    this.#line.send((isSealed ? this.#prepared : null) ?? content)
  }
}
