// Owns what a connection takes the line for before it knows it: Chromium begins at 300 kb/s, at which the first sharp picture
// of a screen takes seconds. Only in the description as we apply it; the one that the other side made is checked before.

/** https://webrtc.googlesource.com/src: `x-google-start-bitrate`, in kb/s. */
const START = 'x-google-start-bitrate=1000'
const HELPERS = new Set(['rtx', 'red', 'ulpfec', 'flexfec-03'])

/** `section`: which m-section of the description is the screen's. */
export function withStartBitrate(sdp: string, section: number): string {
  const parts = sdp.split(/(?=^m=)/m)
  // The first part stands before all sections.
  return parts.map((part, index) => (index === section + 1 ? started(part) : part)).join('')
}

function started(part: string): string {
  const lines = part.split('\r\n')
  const codecs = new Set(lines.flatMap((line) => codecOf(line) ?? []))
  const described = new Set(lines.flatMap((line) => formatOf(line) ?? []))
  return lines
    .flatMap((line) => {
      const format = formatOf(line)
      if (format !== null && codecs.has(format)) return [`${line};${START}`]
      const codec = codecOf(line)
      return codec !== null && !described.has(codec) ? [line, `a=fmtp:${codec} ${START}`] : [line]
    })
    .join('\r\n')
}

function codecOf(line: string): string | null {
  const [, payload, name] = /^a=rtpmap:(\d+) ([^/]+)\//.exec(line) ?? []
  return payload === undefined || name === undefined || HELPERS.has(name.toLowerCase()) ? null : payload
}

const formatOf = (line: string): string | null => /^a=fmtp:(\d+) /.exec(line)?.[1] ?? null
