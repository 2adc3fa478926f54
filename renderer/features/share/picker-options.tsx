// Owns how a share is sent, as one chooses it: for text or motion, how large, with its sound.
import { Film, Type } from 'lucide-react'
import { useId, type ReactElement } from 'react'
import { RESOLUTION_LIMITS, type ShareManner } from '../../../shared/model/share'
import { pickerWords } from '../../../shared/text/en-picker'
import { Segments } from '../../ui/segments'
import { Select } from '../../ui/select'
import { Switch } from '../../ui/switch'

interface PickerOptionsProps {
  readonly manner: ShareManner
  readonly onManner: (manner: ShareManner) => void
  readonly sound: boolean
  /** Null where it can go along. */
  readonly noSound: string | null
  readonly onSound: (on: boolean) => void
}

const MODES = [
  {
    value: 'text',
    label: (
      <>
        <Type className="s" />
        {pickerWords.text}
      </>
    ),
  },
  {
    value: 'motion',
    label: (
      <>
        <Film className="s" />
        {pickerWords.motion}
      </>
    ),
  },
] as const

const FRAMES = [
  { value: '30', label: '30' },
  { value: '60', label: '60' },
] as const

export function PickerOptions(props: PickerOptionsProps): ReactElement {
  const { manner, onManner, sound, noSound, onSound } = props
  const limitId = useId()
  return (
    <div className="picker-opts">
      <div className="picker-opt">
        <span>{pickerWords.bestFor}</span>
        <Segments
          kind="choice"
          label={pickerWords.bestFor}
          segments={MODES}
          value={manner.mode}
          onChange={(mode) => onManner({ ...manner, mode })}
        />
      </div>
      {manner.mode === 'motion' && (
        <div className="picker-opt is-short">
          <span>{pickerWords.frames}</span>
          <Segments
            kind="choice"
            label={pickerWords.frames}
            segments={FRAMES}
            value={manner.motionFps === 60 ? '60' : '30'}
            onChange={(fps) => onManner({ ...manner, motionFps: fps === '60' ? 60 : 30 })}
          />
        </div>
      )}
      <div className="picker-opt">
        <label htmlFor={limitId}>{pickerWords.resolution}</label>
        <Select
          id={limitId}
          value={manner.limit}
          onChange={({ target }) => {
            const limit = RESOLUTION_LIMITS.find((known) => known === target.value)
            if (limit) onManner({ ...manner, limit })
          }}
        >
          {RESOLUTION_LIMITS.map((limit) => (
            <option key={limit} value={limit}>
              {pickerWords.limits[limit]}
            </option>
          ))}
        </Select>
      </div>
      <Switch
        label={pickerWords.sound}
        {...(noSound === null ? {} : { hint: noSound, disabled: true })}
        checked={sound && noSound === null}
        onChange={onSound}
      />
    </div>
  )
}
