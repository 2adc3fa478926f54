// Owns what keeps the place of a list's rows while the list is read.
import type { ReactElement } from 'react'
import { text } from '../../shared/text/en'
import './waiting-rows.css'

export function WaitingRows(): ReactElement {
  return (
    <div aria-busy="true">
      <span className="sr">{text.home.loadingPeople}</span>
      <span className="waiting-row" />
      <span className="waiting-row" />
      <span className="waiting-row" />
    </div>
  )
}
