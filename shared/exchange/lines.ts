// Owns counting lines while a text is read from front to back. Pure.

export interface LineCounter {
  /** Counted from 1; places are asked for in order. */
  lineAt(place: number): number
}

export function createLineCounter(text: string): LineCounter {
  let line = 1
  let next = text.indexOf('\n')
  return {
    lineAt(place) {
      while (next !== -1 && next < place) {
        line += 1
        next = text.indexOf('\n', next + 1)
      }
      return line
    },
  }
}
