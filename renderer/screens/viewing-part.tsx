// Owns joining what the other side shows to the call: the shared picture large and the camera beside it, or the other way
// round; its controls; its sound; what is said of it.
import { ScreenShare, ScreenShareOff } from 'lucide-react'
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react'
import type { SharedScreen } from '../../shared/protocol/call-messages'
import { text } from '../../shared/text/en'
import type { CallMedia, CallView } from '../features/calls/calls-store'
import { copyStill, type CopyOutcome } from '../features/viewing/copy-still'
import { HeldNote } from '../features/viewing/held-note'
import { SharedPicture } from '../features/viewing/shared-picture'
import { StillNote } from '../features/viewing/still-note'
import { useRealFrames } from '../features/viewing/use-real-frames'
import { ViewControls } from '../features/viewing/view-controls'
import { createView, type ViewControl } from '../features/viewing/view-store'
import { viewingNews, whatWords } from '../features/viewing/viewing-words'
import { useAnnounce } from '../ui/live-region'
import { spokenName } from '../ui/names'
import { PassingNote } from '../ui/passing-note'
import { useClient } from './client-context'

export interface Viewing {
  readonly shown: SharedScreen
  readonly track: MediaStreamTrack | null
  readonly video: RefObject<HTMLVideoElement | null>
  readonly view: ViewControl
  readonly large: 'share' | 'camera'
  readonly seesCamera: boolean
  readonly outcome: CopyOutcome | null
  readonly swap: () => void
  readonly copy: () => void
  readonly forgetOutcome: () => void
}

/** Null while they show nothing. */
export function useViewing(call: CallView, media: Omit<CallMedia, 'callId'>): Viewing | null {
  const shown = call.remote?.screen ?? null
  const seesCamera = call.remote?.camera === 'on' && media.remoteCamera !== null
  const [view] = useState(createView)
  const video = useRef<HTMLVideoElement>(null)
  const [wished, setWished] = useState<Viewing['large']>('share')
  const [outcome, setOutcome] = useState<CopyOutcome | null>(null)
  const track = useRealFrames(shown !== null, media.remoteScreen)
  const epoch = shown?.epoch ?? 0
  useEffect(() => {
    view.fit() // another source is another picture
    if (epoch === 0) setWished('share')
  }, [view, epoch])
  const copy = useCallback(() => {
    if (video.current) void copyStill(video.current).then(setOutcome)
  }, [])
  const forgetOutcome = useCallback(() => setOutcome(null), [])
  if (!shown) return null
  const large = seesCamera ? wished : 'share'
  const swap = () => setWished(large === 'share' ? 'camera' : 'share')
  return { shown, track, video, view, large, seesCamera, outcome, swap, copy, forgetOutcome }
}

interface ViewingSideProps {
  readonly call: CallView
  readonly viewing: Viewing | null
  /** Their camera's picture, or who is there. */
  readonly camera: ReactNode
}

/** The camera keeps its place in the document, so that beginning and ending a share never interrupts it. */
export function ViewingSide({ call, viewing, camera }: ViewingSideProps): ReactElement {
  const name = spokenName(call.person.name)
  const cameraIsTile = viewing?.large === 'share'
  const isEmpty = viewing !== null && !viewing.seesCamera
  return (
    <>
      {viewing && (
        <SharedPicture
          track={viewing.track}
          video={viewing.video}
          view={viewing.view}
          name={name}
          what={whatWords(viewing.shown)}
          asTile={viewing.large === 'camera'}
          isAwaited={viewing.shown.held === null}
        />
      )}
      <div className={`camera-place ${cameraIsTile ? 'is-tile' : ''} ${isEmpty ? 'is-empty' : ''}`}>
        {camera}
      </div>
      {viewing?.seesCamera && (
        <button
          type="button"
          className="tile-press"
          aria-label={
            cameraIsTile
              ? text.viewing.makeCameraLarge(name)
              : text.viewing.makeShareLarge(whatWords(viewing.shown))
          }
          onClick={viewing.swap}
        />
      )}
    </>
  )
}

export function ViewingControls({ viewing }: { readonly viewing: Viewing | null }): ReactElement | null {
  // A tile isn't zoomed.
  return viewing?.large === 'share' ? <ViewControls view={viewing.view} onCopy={viewing.copy} /> : null
}

interface ViewingNoteProps {
  readonly call: CallView
  readonly viewing: Viewing | null
}

export function ViewingNote({ call, viewing }: ViewingNoteProps): ReactElement {
  const { clock } = useClient()
  const outcome = viewing?.outcome ?? null
  const name = spokenName(call.person.name)
  const isReconnecting = call.phase.name === 'reconnecting'
  return (
    <>
      {viewing && outcome && <StillNote outcome={outcome} clock={clock} onOver={viewing.forgetOutcome} />}
      <ViewingNews name={name} shown={call.remote?.screen ?? null} />
      {viewing && <HeldNote {...{ name, isReconnecting }} shown={viewing.shown} />}
    </>
  )
}

interface ViewingNewsProps {
  readonly name: string
  readonly shown: SharedScreen | null
}

/** Said aloud, and for a while to be read: what begins, what follows, and that nothing does. */
function ViewingNews({ name, shown }: ViewingNewsProps): ReactElement | null {
  const { clock } = useClient()
  const announce = useAnnounce()
  const before = useRef<SharedScreen | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const forget = useCallback(() => setNote(null), [])
  useEffect(() => {
    const was = before.current
    before.current = shown
    const news = viewingNews(name, was, shown)
    if (news === null) return
    announce('polite', news.sentence)
    if (news.isNoted) setNote(news.sentence)
  }, [announce, name, shown])
  if (note === null) return null
  const icon = shown ? <ScreenShare className="s" /> : <ScreenShareOff className="s" />
  // While the controls are there, the line at the top says what is shown.
  return (
    <div className={shown ? 'while-idle' : undefined}>
      <PassingNote sentence={note} icon={icon} clock={clock} onOver={forget} />
    </div>
  )
}
