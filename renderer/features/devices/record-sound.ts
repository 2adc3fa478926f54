// Owns recording a track and playing a sound once, by the browser's own recorder and player.
import type { PlaySound, Recording } from './sound-check'

export function recordSound(track: MediaStreamTrack): Recording | null {
  const chunks: Blob[] = []
  let recorder: MediaRecorder
  try {
    recorder = new MediaRecorder(new MediaStream([track]))
    recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data))
    recorder.start()
  } catch {
    return null // the track has ended, or this browser records nothing: said to the user
  }
  const whole = new Promise<Blob | null>((resolve) => {
    recorder.addEventListener('stop', () => resolve(new Blob(chunks, { type: recorder.mimeType })))
    recorder.addEventListener('error', () => resolve(null))
  })
  return {
    stop() {
      if (recorder.state !== 'inactive') recorder.stop()
      return whole
    },
  }
}

/** An <audio> element, because Chromium 108's AudioContext can't be given a speaker. */
export const playSound: PlaySound = (sound, speakerId, onEnded, volume = 1) => {
  const url = URL.createObjectURL(sound)
  const audio = new Audio(url)
  audio.volume = volume
  let over = false
  const finish = (): boolean => {
    if (over) return false
    over = true
    audio.pause()
    URL.revokeObjectURL(url)
    return true
  }
  const tell = (heard: boolean) => (): void => {
    if (finish()) onEnded(heard)
  }
  audio.addEventListener('ended', tell(true))
  audio.addEventListener('error', tell(false))
  audio
    .setSinkId(speakerId)
    .then(() => audio.play())
    .catch(tell(false))
  return () => void finish()
}
