// Owns the right of the picker: the preview, how it is sent, what it needs, and the one press that sends it.
import { useState, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import { pickerWords } from '../../../shared/text/en-picker'
import { failureWords } from '../../../shared/text/en-codes'
import { Button } from '../../ui/button'
import type { PictureSize } from './choose-encoding'
import type { PickerChoice } from './picker-choice'
import type { SourceKind } from './picker-list'
import { PickerOptions } from './picker-options'
import { NoPreview, PickerPreview } from './picker-preview'
import { needWords, noSoundWhy } from './picker-words'
import { spokenTitle } from './share-titles'
import type { OwnShare, PickerState, ShareCommands, ShareStore } from './share-store'

interface PickerPanelProps {
  readonly share: ShareStore
  readonly commands: ShareCommands
  readonly picker: PickerState
  readonly choice: PickerChoice
  /** What is listed. */
  readonly kind: SourceKind
  readonly name: string
  /** The preview fills the dialogue. */
  readonly isNear: boolean
  readonly onNear: (near: boolean) => void
  readonly onShare: () => void
}

export function PickerPanel(props: PickerPanelProps): ReactElement {
  const { share, commands, picker, choice, name, isNear, onNear, onShare } = props
  const { manner, abilities, availableBps, own } = useStore(share)
  const [sized, setSized] = useState<{ readonly id: string; readonly size: PictureSize } | null>(null)
  const { isGone, preview } = choice
  const source = isGone ? null : choice.source
  const size = source !== null && sized?.id === source.id && preview.is === 'open' ? sized.size : null
  const kind = source?.kind ?? props.kind
  const canGo = source !== null && preview.is !== 'failed' && picker.list.is === 'listed'
  return (
    <section className="picker-panel" aria-label={pickerWords.panel}>
      {source ? (
        <PickerPreview
          {...{ source, preview, size, isNear, onNear }}
          onSize={(seen) => setSized({ id: source.id, size: seen })}
          onAgain={() => choice.look()}
        />
      ) : (
        <NoPreview isGone={isGone} words={isGone ? goneWords(choice) : waitingWords(own, name)} />
      )}
      {source && (
        <PickerOptions
          manner={manner}
          onManner={(changed) => commands.setManner(changed)}
          sound={picker.sound}
          noSound={noSoundWhy(abilities, kind)}
          onSound={(on) => commands.setSound(on)}
        />
      )}
      {source && <p className="picker-need muted">{needWords(manner, size, availableBps)}</p>}
      <div className="picker-foot">
        <div className="picker-acts">
          <Button onClick={() => commands.cancel()}>{text.app.cancel}</Button>
          <Button
            kind={canGo ? 'primary' : 'quiet'}
            className="picker-go"
            disabled={!canGo}
            working={picker.starting}
            onClick={onShare}
          >
            <span className="clip">{pickerWords.go[picker.purpose][kind]}</span>
          </Button>
        </div>
      </div>
    </section>
  )
}

const goneWords = ({ source }: PickerChoice): string =>
  source ? pickerWords.gone(spokenTitle(source.title, source.kind)) : failureWords('source-gone')

function waitingWords(own: OwnShare, name: string): string {
  if (own.is !== 'live') return pickerWords.chooseFirst(name)
  return pickerWords.chooseNext(name, spokenTitle(own.title, own.untitled))
}
