// Owns showing one's own camera in the settings, mirrored, with what it gives.
import type { ReactElement } from 'react'
import { settingsWords } from '../../../shared/text/en-settings'
import { TrackVideo } from '../../ui/track-video'

interface CameraPreviewProps {
  readonly track: MediaStreamTrack | null
  readonly opening: boolean
}

const words = settingsWords.devices

export function CameraPreview({ track, opening }: CameraPreviewProps): ReactElement {
  return (
    <div className="camera-preview">
      <div className="camera-picture">
        {track ? (
          <TrackVideo track={track} className="mirrored" label={words.preview} />
        ) : (
          <p className="muted">{opening ? words.opening : words.noPicture}</p>
        )}
      </div>
      {track && <p className="small muted num">{formatOf(track)}</p>}
    </div>
  )
}

function formatOf(track: MediaStreamTrack): string {
  const { width, height, frameRate } = track.getSettings()
  if (width === undefined || height === undefined) return words.onlyYou
  return words.format(width, height, frameRate === undefined ? null : Math.round(frameRate))
}
