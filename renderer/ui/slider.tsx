// Owns the slider for how much of something: dragged, or moved by arrow keys, Page up and down, Home and End. What it stands for
// applies when it is let go.
import { Slider as Base } from '@base-ui/react/slider'
import { useState, type ReactElement } from 'react'
import './slider.css'

interface SliderProps {
  readonly label: string
  /** In steps of `step` between 0 and 100. */
  readonly percent: number
  readonly step: number
  readonly words: (percent: number) => string
  readonly onChange: (percent: number) => void
}

export function Slider({ label, percent, step, words, onChange }: SliderProps): ReactElement {
  const [draft, setDraft] = useState(percent)
  const [known, setKnown] = useState(percent)
  // Set back from elsewhere it must be seen, which the draft would hide.
  if (known !== percent) {
    setKnown(percent)
    setDraft(percent)
  }
  return (
    <div className="slider">
      <Base.Root
        className="slider-root"
        value={draft}
        step={step}
        largeStep={step * 4}
        thumbAlignment="edge"
        onValueChange={setDraft}
        onValueCommitted={onChange}
      >
        <Base.Control className="slider-control">
          <Base.Track className="slider-track">
            <Base.Indicator className="slider-filled" />
            <Base.Thumb
              className="slider-thumb"
              getAriaLabel={() => label}
              getAriaValueText={(_formatted, value) => words(value)}
            />
          </Base.Track>
        </Base.Control>
      </Base.Root>
      <output className="slider-said num">{words(draft)}</output>
    </div>
  )
}
