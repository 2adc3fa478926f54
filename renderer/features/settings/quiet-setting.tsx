// Owns do-not-disturb in the settings: on and until when, what else makes it quiet, and who rings all the same.
import type { ReactElement } from 'react'
import type { DoNotDisturb } from '../../../shared/model/do-not-disturb'
import { nextMorning } from '../../../shared/model/quiet-length'
import { settingsWords } from '../../../shared/text/en-settings'
import { timeOfDay } from '../../ui/format'
import { Select } from '../../ui/select'
import { Switch } from '../../ui/switch'
import { quietAfter, quietChoices, quietNow, type QuietChoice } from './quiet-choices'

interface QuietSettingProps {
  readonly wish: DoNotDisturb
  /** Wall clock. */
  readonly nowMs: number
  readonly isGuest: boolean
  readonly onChange: (wish: DoNotDisturb) => void
}

const words = settingsWords.ringing.quiet

export function QuietSetting({ wish, nowMs, isGuest, onChange }: QuietSettingProps): ReactElement {
  const choices = quietChoices(wish, nowMs)
  const toggle = (name: 'whileSharing' | 'followSystem' | 'favouritesRing' | 'secondCallRings') => ({
    checked: wish[name],
    onChange: (on: boolean) => onChange({ ...wish, [name]: on }),
  })
  return (
    <>
      <Select
        aria-label={words.label}
        value={quietNow(wish, nowMs)}
        onChange={(event) => {
          const chosen = choices.find((each) => each === event.target.value)
          if (chosen) onChange(quietAfter(chosen, wish, nowMs))
        }}
      >
        {choices.map((each) => (
          <option key={each} value={each}>
            {wordsOf(each, wish, nowMs)}
          </option>
        ))}
      </Select>
      <p className="small muted">{words.hint}</p>
      <Switch label={words.whileSharing} {...toggle('whileSharing')} />
      {!isGuest && (
        <Switch label={words.followSystem} hint={words.followSystemHint} {...toggle('followSystem')} />
      )}
      <Switch label={words.favourites} {...toggle('favouritesRing')} />
      <Switch label={words.secondCall} {...toggle('secondCallRings')} />
    </>
  )
}

function wordsOf(choice: QuietChoice, { untilMs }: DoNotDisturb, nowMs: number): string {
  switch (choice) {
    case 'off':
      return words.off
    case 'forever':
      return words.forever
    case 'till':
      return words.till(timeOfDay(untilMs ?? nowMs))
    case 'till-morning':
      return words.lengths[choice](timeOfDay(nextMorning(nowMs)))
    default:
      return words.lengths[choice]
  }
}
