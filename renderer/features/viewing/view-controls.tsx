// Owns the controls of a shared picture: smaller, how large it is, larger, and copying a still; and their keys.
import { Copy, Minus, Plus } from 'lucide-react'
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import { Button, IconButton } from '../../ui/button'
import { tip } from '../../ui/tip'
import { useShortcut } from '../../ui/use-shortcut'
import { fitScale, percentOf } from './view-geometry'
import type { ViewControl } from './view-store'

/** One press of an arrow key. */
const ARROW_PX = 64

interface ViewControlsProps {
  readonly view: ViewControl
  readonly onCopy: () => void
}

export function ViewControls({ view, onCopy }: ViewControlsProps): ReactElement {
  useViewKeys(view)
  useShortcut('copyStill', onCopy)
  return (
    <div className="corner view-controls">
      <div className="pill view-pill" role="group" aria-label={text.viewing.zoom}>
        <IconButton
          size="s"
          kind="ghost"
          label={text.viewing.smaller}
          keyName="zoomOut"
          onClick={view.smaller}
        >
          <Minus className="s" />
        </IconButton>
        <ZoomValue view={view} />
        <IconButton size="s" kind="ghost" label={text.viewing.larger} keyName="zoomIn" onClick={view.larger}>
          <Plus className="s" />
        </IconButton>
      </div>
      <IconButton className="pill" label={text.viewing.copyStill} keyName="copyStill" onClick={onCopy}>
        <Copy className="s" />
      </IconButton>
    </div>
  )
}

/** "Fit" or the percentage; a press goes to the other of the two. */
function ZoomValue({ view }: { readonly view: ViewControl }): ReactElement {
  const { view: now, frame } = useStore(view.store)
  const isFit = now.mode === 'fit'
  const percent = frame ? text.viewing.percent(percentOf(now, frame)) : text.viewing.fit
  const shown = isFit ? text.viewing.fit : percent
  const fitIsFull = frame !== null && Math.abs(fitScale(frame) - 1) < 0.01
  const label = isFit && !fitIsFull ? text.viewing.toFull(percent) : text.viewing.toFit(percent)
  return (
    <Button
      size="s"
      kind="ghost"
      className="view-value num"
      aria-label={label}
      {...tip(label)}
      onClick={isFit ? view.full : view.fit}
    >
      {shown}
    </Button>
  )
}

function useViewKeys(view: ViewControl): void {
  const pan = (x: number, y: number) => () => view.panBy({ x: x * ARROW_PX, y: y * ARROW_PX })
  useShortcut('zoomIn', view.larger)
  useShortcut('zoomOut', view.smaller)
  useShortcut('zoomFit', view.fit)
  useShortcut('zoomFull', view.full)
  // What lies further left comes into sight, so the picture goes right.
  useShortcut('panLeft', pan(1, 0))
  useShortcut('panRight', pan(-1, 0))
  useShortcut('panUp', pan(0, 1))
  useShortcut('panDown', pan(0, -1))
}
