// Owns making another side's name safe to show: no control characters, nothing that turns the text around. Pure.

// Controls (C0, C1), bidi embeddings, overrides, isolates and marks, line and paragraph separators, zero-width characters
// and the byte order mark. https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
// eslint-disable-next-line no-control-regex -- these are exactly what it is about
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g
/** More than a few marks on one letter climb over the lines above and below. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu

export function cleanName(name: string): string {
  return name
    .normalize('NFC')
    .replace(UNSAFE, ' ')
    .replace(STACKED_MARKS, '$1')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim()
}
