// Owns that nobody waits for all of what somebody else has sent at once: after some messages in a row of one client the others
// come first. The order of one client's messages stays, and what it sends meanwhile isn't read.

export interface Speaker {
  /** No longer served: what it has said is dropped, and nothing more is read. */
  readonly ended: boolean
  pause(): void
  resume(): void
}

type Receive<S> = (speaker: S, text: Buffer | null) => void

/** A call is set up by 15 to 25. So many take about a millisecond. */
const MOST_IN_A_ROW = 32

/** For all clients together. Who sends less at once than that is never put off. */
export function createFairReader<S extends Speaker>(receive: Receive<S>): Receive<S> {
  const waiting = new Map<S, (Buffer | null)[]>()
  let last: S | null = null
  let inARow = 0
  let isCounting = false

  /** What comes in one turn of the event loop; in the next one the others have had theirs. */
  function countAnew(): void {
    isCounting = false
    last = null
  }

  function goOn(speaker: S, texts: (Buffer | null)[]): void {
    for (const text of texts.splice(0, MOST_IN_A_ROW)) receive(speaker, text)
    if (!speaker.ended && texts.length > 0) return void setImmediate(goOn, speaker, texts)
    waiting.delete(speaker)
    if (!speaker.ended) speaker.resume()
  }

  return (speaker, text) => {
    const before = waiting.get(speaker)
    if (before) return void before.push(text)
    if (!isCounting) setImmediate(countAnew)
    isCounting = true
    if (last !== speaker) inARow = 0
    last = speaker
    inARow += 1
    if (inARow <= MOST_IN_A_ROW) return receive(speaker, text)
    inARow = 0
    const texts = [text]
    speaker.pause()
    waiting.set(speaker, texts)
    setImmediate(goOn, speaker, texts)
  }
}
