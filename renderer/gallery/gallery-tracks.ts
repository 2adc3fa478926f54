// Owns pictures for the gallery: our own drawings, played from a canvas as if a camera sent them.
import ana from './people/ana.svg'
import ben from './people/ben.svg'
import plan from './windows/plan.svg'
import sheet from './windows/sheet.svg'

const PICTURES = { ana, ben, plan, sheet }

type Sitter = keyof typeof PICTURES

/** A new frame now and then, since a canvas sends none while nothing is drawn. */
const EVERY_MS = 250
const CAMERA = { width: 1280, height: 720 }
const SIZES = {
  ana: CAMERA,
  ben: CAMERA,
  plan: { width: 1600, height: 1000 },
  sheet: { width: 1920, height: 1200 },
}

/** Drawn once for all scenarios: our pictures are blurred in places, which takes a processor's time. */
const drawings = new Map<Sitter, Promise<HTMLCanvasElement>>()

async function draw(sitter: Sitter): Promise<HTMLCanvasElement> {
  const image = new Image()
  image.src = PICTURES[sitter]
  await image.decode()
  const size = SIZES[sitter]
  const picture = Object.assign(document.createElement('canvas'), size)
  picture.getContext('2d')?.drawImage(image, 0, 0, size.width, size.height)
  return picture
}

function drawing(sitter: Sitter): Promise<HTMLCanvasElement> {
  const known = drawings.get(sitter) ?? draw(sitter)
  drawings.set(sitter, known)
  return known
}

export interface PlayedTrack {
  readonly track: MediaStreamTrack
  readonly end: () => void
}

export async function pictureTrack(sitter: Sitter): Promise<PlayedTrack> {
  const picture = await drawing(sitter)
  const canvas = Object.assign(document.createElement('canvas'), SIZES[sitter])
  const context = canvas.getContext('2d')
  const play = () => context?.drawImage(picture, 0, 0)
  play()
  const timer = setInterval(play, EVERY_MS)
  const [track] = canvas.captureStream(4).getVideoTracks()
  if (!track) throw new Error('a canvas gave no track')
  return {
    track,
    end: () => {
      clearInterval(timer)
      track.stop()
    },
  }
}

/** Silence, as a track. */
export function silentTrack(): PlayedTrack {
  const context = new AudioContext()
  const [track] = context.createMediaStreamDestination().stream.getAudioTracks()
  if (!track) throw new Error('an audio context gave no track')
  return {
    track,
    end: () => {
      track.stop()
      void context.close()
    },
  }
}
