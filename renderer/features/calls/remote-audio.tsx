// Owns playing the other side's sound on the chosen speaker. Drawn only once both sides have agreed to talk.
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { text } from '../../../shared/text/en'
import { Button } from '../../ui/button'
import { Note } from '../../ui/note'

interface RemoteAudioProps {
  readonly track: MediaStreamTrack
  /** Chromium's id of the speaker; null is the system's own. */
  readonly speakerId: string | null
}

export function RemoteAudio({ track, speakerId }: RemoteAudioProps): ReactElement {
  const audio = useRef<HTMLAudioElement>(null)
  const [blocked, setBlocked] = useState(false)
  const play = () => {
    // Rejected by a browser's autoplay rule until somebody presses something, and by a change of source, which plays anew.
    audio.current?.play().then(
      () => setBlocked(false),
      (reason: unknown) => setBlocked(reason instanceof DOMException && reason.name === 'NotAllowedError'),
    )
  }
  useEffect(() => {
    const element = audio.current
    if (!element) return
    element.srcObject = new MediaStream([track])
    play()
    return () => {
      element.srcObject = null
    }
  }, [track])
  useEffect(() => {
    // A speaker that has just gone is replaced by the device store's next choice; until then the last one stays.
    audio.current?.setSinkId(speakerId ?? '').catch(() => undefined)
  }, [speakerId])
  return (
    <>
      <audio ref={audio} autoPlay />
      {blocked && (
        <Note sentence={text.call.soundBlocked}>
          <Button size="s" onClick={play}>
            {text.call.playSound}
          </Button>
        </Note>
      )}
    </>
  )
}
