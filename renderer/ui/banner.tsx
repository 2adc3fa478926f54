// Owns the banner across the top: a sentence, one action, a second one as ghost. One at a time.
import { TriangleAlert } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import './banner.css'

interface BannerProps {
  /** In place of the sign that something is wrong. */
  readonly icon?: ReactNode
  readonly sentence: string
  /** Quieter words after the sentence; may change each second, so it is not announced. */
  readonly aside?: ReactNode
  readonly children?: ReactNode
}

export function Banner({ icon, sentence, aside, children }: BannerProps): ReactElement {
  return (
    <div className={`banner ${icon ? 'is-good' : ''}`}>
      {icon ?? <TriangleAlert />}
      <p className="grow">
        <span className="strong" role="status">
          {sentence}
        </span>{' '}
        {aside && <span className="muted">{aside}</span>}
      </p>
      {children && <div className="banner-acts">{children}</div>}
    </div>
  )
}
