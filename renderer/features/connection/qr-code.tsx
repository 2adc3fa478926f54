// Owns drawing a link as a QR code: one path of squares, black on white in both themes, so that every camera reads it.
import type { ReactElement } from 'react'
import { encode } from 'uqr'
import { text } from '../../../shared/text/en'

export function QrCode({ link }: { readonly link: string }): ReactElement {
  const code = encode(link, { ecc: 'M', border: 1 })
  const squares = code.data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return (
    <svg
      className="qr-squares"
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={text.link.qr}
    >
      <path d={squares.join('')} />
    </svg>
  )
}
