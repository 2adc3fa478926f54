// Owns the large side of a call: their picture, or who is there while nobody shows one.
import { useState, type ReactElement, type ReactNode } from 'react'
import { text } from '../../../shared/text/en'
import { useAvatarPicture } from '../../ui/avatar-pictures'
import { initials, tintOf } from '../../lib/person-sign'
import { spokenName } from '../../ui/names'
import { TrackVideo } from '../../ui/track-video'
import type { CallView } from './calls-store'

interface RemoteSideProps {
  readonly call: CallView
  readonly remoteCamera: MediaStreamTrack | null
  readonly remoteRings: ReactNode
  /** Under their name. */
  readonly remoteState: ReactNode
  /** Us, shown beside them while neither side has a picture. */
  readonly ownVoice: ReactNode
}

export function RemoteSide(props: RemoteSideProps): ReactElement {
  const { call, remoteCamera, remoteRings, remoteState, ownVoice } = props
  const { person, remote, phase } = call
  const name = spokenName(person.name)
  const shows = remote?.camera === 'on'
  const take = useTake(shows)
  const stale = phase.name === 'reconnecting'
  const label = stale ? text.call.lastPicture(name) : text.call.remoteVideo(name)
  return (
    <>
      {remoteCamera && (
        <TrackVideo
          key={take}
          track={remoteCamera}
          className={`remote ${shows ? '' : 'is-early'} ${stale ? 'is-stale' : ''}`}
          label={shows ? label : null}
        />
      )}
      {!(remoteCamera && shows) && (
        <div className="voices">
          <Voice {...person} title={name} rings={remoteRings} state={remoteState} />
          {ownVoice}
        </div>
      )}
    </>
  )
}

/**
 * While nothing is shown an element waits unseen, so that the first picture finds it there. It is a new one each time: the
 * old one would show its last picture again.
 */
function useTake(shows: boolean): number {
  const [seen, setSeen] = useState({ shows, take: 0 })
  if (seen.shows !== shows) setSeen({ shows, take: shows ? seen.take : seen.take + 1 })
  return seen.take
}

interface VoiceProps {
  readonly id: string
  readonly name: string
  /** URL of one that came with the call; a stored one wins. */
  readonly picture?: string | undefined
  readonly title: string
  readonly rings: ReactNode
  readonly state: ReactNode
}

export function Voice({ id, name, picture, title, rings, state }: VoiceProps): ReactElement {
  const stored = useAvatarPicture(id)
  const [broken, setBroken] = useState<string | null>(null)
  const url = stored ?? picture ?? null
  return (
    <div className="voice">
      <span className={`voice-face name-xl p${tintOf(id)}`} aria-hidden="true">
        {rings}
        {url === null || url === broken ? (
          initials(name)
        ) : (
          <img className="voice-picture" src={url} alt="" draggable={false} onError={() => setBroken(url)} />
        )}
      </span>
      <h2 className="clip">
        <bdi>{title}</bdi>
      </h2>
      <p className="muted">{state}</p>
    </div>
  )
}
