// Owns choosing the ring tone: each can be heard first, one at a time. How it is played is the screen's.
import { Play, Square } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ReactElement } from 'react'
import { RING_TONES, type RingTone } from '../../../shared/model/ring'
import { settingsWords } from '../../../shared/text/en-settings'
import { IconButton } from '../../ui/button'

interface ToneSettingProps {
  readonly tone: RingTone
  readonly onChange: (tone: RingTone) => void
  /** Gives how to stop it. `ended`: whether it could be played. */
  readonly play: (tone: RingTone, ended: (heard: boolean) => void) => () => void
}

const words = settingsWords.ringing

export function ToneSetting({ tone, onChange, play }: ToneSettingProps): ReactElement {
  const group = useId()
  const { playing, failed, press } = usePlaying(play)
  return (
    <fieldset>
      <legend className="sr">{settingsWords.rows.tone.title}</legend>
      <div className="radios">
        {RING_TONES.map((each) => {
          const isOn = playing === each
          const name = words.tones[each]
          return (
            <div key={each} className="settings-tone">
              <label className="radio grow">
                <input type="radio" name={group} checked={each === tone} onChange={() => onChange(each)} />
                <span>{name}</span>
              </label>
              <IconButton
                kind="ghost"
                size="s"
                label={isOn ? words.stop(name) : words.play(name)}
                onClick={() => press(each)}
              >
                {isOn ? <Square /> : <Play />}
              </IconButton>
            </div>
          )
        })}
      </div>
      <p className="set-problem" role="alert">
        {failed && words.playFailed}
      </p>
    </fieldset>
  )
}

function usePlaying(play: ToneSettingProps['play']) {
  const [playing, setPlaying] = useState<RingTone | null>(null)
  const [failed, setFailed] = useState(false)
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => () => stop.current(), [])
  const press = (tone: RingTone): void => {
    stop.current()
    stop.current = () => undefined
    setFailed(false)
    if (playing === tone) return setPlaying(null)
    setPlaying(tone)
    stop.current = play(tone, (heard) => {
      setPlaying((now) => (now === tone ? null : now))
      setFailed(!heard)
    })
  }
  return { playing, failed, press }
}
