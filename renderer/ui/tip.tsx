// Owns tooltips: what a control does and the key for it. The control itself carries the same words as its label.
import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import './tip.css'

interface TipProps {
  readonly label: string
  readonly shortcut?: string | null
  readonly side?: 'top' | 'bottom'
  readonly children: ReactElement
}

export function Tip({ label, shortcut = null, side = 'top', children }: TipProps): ReactElement {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner side={side} sideOffset={8} collisionPadding={8} className="tip-place">
          <Tooltip.Popup className="tip">
            {label}
            {shortcut && <kbd>{shortcut}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
