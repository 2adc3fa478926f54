// Owns pictures for the gallery: our own drawings, played from a canvas as if a camera sent them.
import ana from './people/ana.svg'
import ben from './people/ben.svg'

const PICTURES = { ana, ben }

export type Sitter = keyof typeof PICTURES

/** A new frame now and then, since a canvas sends none while nothing is drawn. */
const EVERY_MS = 100

async function load(url: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = url
  await image.decode()
  return image
}

export async function pictureTrack(sitter: Sitter): Promise<MediaStreamTrack> {
  const image = await load(PICTURES[sitter])
  const canvas = document.createElement('canvas')
  canvas.width = 1280
  canvas.height = 720
  const context = canvas.getContext('2d')
  const draw = () => context?.drawImage(image, 0, 0, canvas.width, canvas.height)
  draw()
  setInterval(draw, EVERY_MS)
  const [track] = canvas.captureStream(10).getVideoTracks()
  if (!track) throw new Error('a canvas gave no track')
  return track
}

/** Silence, as a track. */
export function silentTrack(): MediaStreamTrack {
  const [track] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks()
  if (!track) throw new Error('an audio context gave no track')
  return track
}
