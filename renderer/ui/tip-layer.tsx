// Owns drawing the one tooltip there is: what a control does and the key for it.
import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { useTip } from './use-tip'
import './tip.css'

export function TipLayer(): ReactElement {
  const tip = useTip()
  return (
    <Tooltip.Root open={tip !== null}>
      <Tooltip.Portal>
        <Tooltip.Positioner
          anchor={tip?.anchor ?? null}
          side={tip?.side ?? 'top'}
          sideOffset={8}
          collisionPadding={8}
          className="tip-place"
        >
          <Tooltip.Popup className="tip">
            {tip?.label}
            {tip?.shortcut && <kbd>{tip.shortcut}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
