// Owns Electron's side of a request for a capture. Whether it is granted, and that it is settled once, is display-media.ts.
import {
  webContents,
  type DisplayMediaRequestHandlerHandlerRequest,
  type Session,
  type Streams,
} from 'electron'
import { isAppUrl } from '../scheme/app-origin'
import { pageOf } from '../sender-rules'
import type { CaptureRequest } from './capture-rules'
import type { DisplayMedia } from './display-media'
import type { Grant } from './open-requests'

export function handleDisplayMedia(session: Session, displayMedia: DisplayMedia): void {
  session.setDisplayMediaRequestHandler(
    (request, answer) => {
      const { asker, frame } = frameOf(request)
      const asked = { ...request, frame, isOwnOrigin: isAppUrl(request.securityOrigin) }
      displayMedia.request(asker, asked, (grant) => answer(grant && streamsOf(grant)))
    },
    // macOS has one, which hangs where our own was used before. https://github.com/electron/electron/issues/51571
    { useSystemPicker: false },
  )
}

type Frame = { readonly asker: number | null; readonly frame: CaptureRequest['frame'] }

function frameOf(request: DisplayMediaRequestHandlerHandlerRequest): Frame {
  try {
    const { frame } = request
    const contents = frame && webContents.fromFrame(frame)
    if (!frame || !contents) return { asker: null, frame: null }
    const isMainFrame = frame.parent === null
    return { asker: contents.id, frame: { isMainFrame, isAppPage: pageOf(frame.url) === 'app' } }
  } catch {
    // A frame that was destroyed throws on every access.
    return { asker: null, frame: null }
  }
}

/** `loopback` with `restrictOwnAudio` in the page's constraints leaves our own sound out. */
function streamsOf({ video, sound }: Grant): Streams {
  return sound ? { video, audio: 'loopback' } : { video }
}
