// Owns pictures for the gallery: our own drawings, played from a canvas as if a camera sent them.
import ana from './people/ana.svg'
import ben from './people/ben.svg'

const PICTURES = { ana, ben }

export type Sitter = keyof typeof PICTURES

/** A new frame now and then, since a canvas sends none while nothing is drawn. */
const EVERY_MS = 250
const SIZE = { width: 1280, height: 720 }

/** Drawn once: our pictures are blurred in places, which takes a processor's time for every frame. */
async function load(url: string): Promise<HTMLCanvasElement> {
  const image = new Image()
  image.src = url
  await image.decode()
  const picture = Object.assign(document.createElement('canvas'), SIZE)
  picture.getContext('2d')?.drawImage(image, 0, 0, SIZE.width, SIZE.height)
  return picture
}

export async function pictureTrack(sitter: Sitter): Promise<MediaStreamTrack> {
  const picture = await load(PICTURES[sitter])
  const canvas = Object.assign(document.createElement('canvas'), SIZE)
  const context = canvas.getContext('2d')
  const draw = () => context?.drawImage(picture, 0, 0)
  draw()
  setInterval(draw, EVERY_MS)
  const [track] = canvas.captureStream(4).getVideoTracks()
  if (!track) throw new Error('a canvas gave no track')
  return track
}

/** Silence, as a track. */
export function silentTrack(): MediaStreamTrack {
  const [track] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks()
  if (!track) throw new Error('an audio context gave no track')
  return track
}
