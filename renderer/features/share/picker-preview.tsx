// Owns the large preview: the very capture that would be sent, or why there is none, and what the source is called. A press on
// it lets it fill the dialogue.
import { ImageOff, Maximize2, Minimize2 } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import type { ShareSource } from '../../../shared/model/share'
import { text } from '../../../shared/text/en'
import { pickerWords } from '../../../shared/text/en-picker'
import { failureWords } from '../../../shared/text/en-codes'
import { isRealPicture } from '../../rtc/real-picture'
import { Button } from '../../ui/button'
import { tip } from '../../ui/tip'
import { TrackVideo } from '../../ui/track-video'
import type { PictureSize } from './choose-encoding'
import { shownTitle } from './share-titles'
import type { Preview } from './share-store'

interface PickerPreviewProps {
  readonly source: ShareSource
  /** Of this very source. */
  readonly preview: Preview
  readonly size: PictureSize | null
  readonly isNear: boolean
  readonly onNear: (near: boolean) => void
  readonly onSize: (size: PictureSize) => void
  readonly onAgain: () => void
}

export function PickerPreview(props: PickerPreviewProps): ReactElement {
  const { source, preview, size, isNear, onNear, onSize, onAgain } = props
  const title = shownTitle(source.title, source.kind)
  return (
    <>
      <div className={`picker-big ${isNear ? 'is-near' : ''}`}>
        {preview.is === 'open' && (
          <LivePicture
            key={preview.sourceId}
            track={preview.track}
            label={pickerWords.preview(title)}
            size={size}
            onSize={onSize}
          />
        )}
        {preview.is === 'failed' && (
          <div className="picker-big-words" role="alert">
            <p>{failureWords(preview.code)}</p>
            <Button size="s" onClick={onAgain}>
              {text.app.tryAgain}
            </Button>
          </div>
        )}
        {(preview.is === 'opening' || preview.is === 'none') && <Opening source={source} />}
        {preview.is !== 'failed' && <LookCloser isNear={isNear} onNear={onNear} />}
      </div>
      <div className="picker-what">
        <h2 className="clip" title={title}>
          <bdi>{title}</bdi>
        </h2>
        <p className="muted clip">{aboutWords(source, size)}</p>
      </div>
    </>
  )
}

interface LookCloserProps {
  readonly isNear: boolean
  readonly onNear: (near: boolean) => void
}

/** The whole picture is the button. */
function LookCloser({ isNear, onNear }: LookCloserProps): ReactElement {
  const label = isNear ? pickerWords.lookFromAfar : pickerWords.lookCloser
  return (
    <button
      type="button"
      className="picker-look"
      aria-label={label}
      {...tip(label, { shortcut: isNear ? 'Esc' : null })}
      onClick={() => onNear(!isNear)}
    >
      <span className="picker-look-sign">
        {isNear ? <Minimize2 className="s" /> : <Maximize2 className="s" />}
      </span>
    </button>
  )
}

interface LivePictureProps {
  readonly track: MediaStreamTrack
  readonly label: string
  readonly size: PictureSize | null
  readonly onSize: (size: PictureSize) => void
}

function LivePicture({ track, label, size, onSize }: LivePictureProps): ReactElement {
  const isBlank = size !== null && !isRealPicture(size)
  return (
    <>
      <TrackVideo track={track} label={label} onSize={onSize} />
      {isBlank && (
        <div className="picker-big-words" role="status">
          <p>{pickerWords.showsNothing}</p>
        </div>
      )}
    </>
  )
}

/** The list's small picture stands in, with a sign that it is not live yet. */
function Opening({ source }: { readonly source: ShareSource }): ReactElement {
  const [broken, setBroken] = useState(false)
  return (
    <>
      {source.thumbnail !== null && !broken && (
        <img src={source.thumbnail} alt="" className="is-early" onError={() => setBroken(true)} />
      )}
      <span className="picker-opening" role="status">
        <span className="spin" aria-hidden="true" />
        <span className="sr">{pickerWords.opening}</span>
      </span>
    </>
  )
}

function aboutWords({ program }: ShareSource, size: PictureSize | null): string {
  const isKnown = size !== null && isRealPicture(size)
  const parts = [program ?? '', isKnown ? pickerWords.size(size.width, size.height) : '']
  return parts.filter((part) => part !== '').join(', ')
}

/** Nothing is chosen, or it is gone. */
export function NoPreview({
  words,
  isGone,
}: {
  readonly words: string
  readonly isGone: boolean
}): ReactElement {
  return (
    <div className="picker-big is-blank" role={isGone ? 'alert' : undefined}>
      {isGone && <ImageOff />}
      <p>{words}</p>
    </div>
  )
}
