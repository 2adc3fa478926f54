// Owns the large side of a call: their picture, or who is there while nobody shows one.
import type { ReactElement, ReactNode } from 'react'
import { text } from '../../../shared/text/en'
import { initials, spokenName, tintOf } from '../../ui/names'
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
  // Until they say what they send, the element waits unseen, so that their first picture finds it there.
  const shows = remote?.camera === 'on'
  const stale = phase.name === 'reconnecting'
  const label = stale ? text.call.lastPicture(name) : text.call.remoteVideo(name)
  return (
    <>
      {remoteCamera && (shows || remote === null) && (
        <TrackVideo
          track={remoteCamera}
          className={`remote ${shows ? '' : 'is-early'} ${stale ? 'is-stale' : ''}`}
          label={shows ? label : null}
        />
      )}
      {!(remoteCamera && shows) && (
        <div className="voices">
          <Voice id={person.id} name={person.name} title={name} rings={remoteRings} state={remoteState} />
          {ownVoice}
        </div>
      )}
    </>
  )
}

interface VoiceProps {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly rings: ReactNode
  readonly state: ReactNode
}

export function Voice({ id, name, title, rings, state }: VoiceProps): ReactElement {
  return (
    <div className="voice">
      <span className={`voice-face name-xl p${tintOf(id)}`} aria-hidden="true">
        {rings}
        {initials(name)}
      </span>
      <h2 className="clip">
        <bdi>{title}</bdi>
      </h2>
      <p className="muted">{state}</p>
    </div>
  )
}
