// Owns that sound is left out of the estimate of what the line takes. Counted in, it makes Chromium test the line with bursts as
// soon as a screen comes beside it: on a thin line they overflow it, the estimate falls to a tenth, and the first sharp
// picture takes many seconds (docs/decisions/0004-screen-encoding.md). Only in the description as we apply it.

const FEEDBACK = /^a=rtcp-fb:\S+ transport-cc\r\n/gm
const NUMBERS = /^a=extmap:\S+ \S*transport-wide-cc\S*.*\r\n/gm

export const withUncountedSound = (sdp: string): string =>
  sdp
    .split(/(?=^m=)/m)
    .map((part) => (part.startsWith('m=audio') ? part.replace(FEEDBACK, '').replace(NUMBERS, '') : part))
    .join('')
