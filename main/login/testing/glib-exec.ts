// Owns reading an Exec line as GLib does when a session begins: the key file's escapes, then field codes, then its shell
// words. Written from GLib's rules, apart from our own writing, so that the two can disagree.

/** Throws where GLib would refuse the line. */
export function glibExec(entry: string): readonly string[] {
  const raw = /^Exec=(.*)$/m.exec(entry)?.[1]
  if (raw === undefined) throw new Error('no Exec')
  return shellWords(withoutFieldCodes(keyFileString(raw)))
}

/** g_key_file_parse_value_as_string: any other escape is an error. */
function keyFileString(raw: string): string {
  const escapes: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' }
  return raw.replace(/\\(.?)/gs, (_all, letter: string) => {
    const meant = escapes[letter]
    if (meant === undefined) throw new Error(`escape \\${letter}`)
    return meant
  })
}

/** expand_macro of GDesktopAppInfo, without files to hand over; also inside quotation marks. */
const withoutFieldCodes = (text: string): string =>
  text.replace(/%(.?)/gs, (_all, code: string) => (code === '%' ? '%' : ''))

/** g_shell_parse_argv: one piece of a word after another; between words stands white space. */
function shellWords(text: string): readonly string[] {
  const words: string[] = []
  let inWord = false
  let rest = text
  while (rest !== '') {
    const space = /^[ \t\n]+/.exec(rest)?.[0]
    if (space === undefined) {
      const piece = firstPiece(rest, inWord)
      if (inWord) words.push((words.pop() ?? '') + piece.meant)
      else words.push(piece.meant)
      inWord = true
      rest = rest.slice(piece.length)
    } else {
      inWord = false
      rest = rest.slice(space.length)
    }
  }
  return words
}

type Piece = { readonly meant: string; readonly length: number }

function firstPiece(rest: string, inWord: boolean): Piece {
  const double = /^"((?:[^"\\]|\\.)*)"/s.exec(rest)
  if (double) return { meant: (double[1] ?? '').replace(/\\(["\\`$\n])/g, '$1'), length: double[0].length }
  const single = /^'([^']*)'/.exec(rest)
  if (single) return { meant: single[1] ?? '', length: single[0].length }
  const escaped = /^\\(.)/s.exec(rest)
  if (escaped) return { meant: escaped[1] ?? '', length: 2 }
  if (/^["'\\]/.test(rest) || (rest.startsWith('#') && !inWord)) throw new Error('no words for a shell')
  return { meant: rest.charAt(0), length: 1 }
}
