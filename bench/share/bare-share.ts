// Owns the reference: the bare page in two Electron processes, sharing as a page does that asks for nothing but the window's
// own size.
import { startBarePair } from '../../e2e/link/bare/bare-pair'
import type { Link } from '../../e2e/link/link'
import type { ShareSide } from './share-side'

/** Without a size Chromium makes a window that is larger than this machine's screen smaller. */
const WORDS = {
  constraints: { width: { max: 3840 }, height: { max: 2160 }, frameRate: { max: 30 } },
} as const
const CONNECT = { codecs: ['VP8'] } as const

const STAMP_PRESSES = `{
  const { share } = window.bare
  window.bare.share = (words) => {
    window.barePressedAtMs = performance.timeOrigin + performance.now()
    return share(words)
  }
}`

export async function startBareShare(link: Link): Promise<ShareSide> {
  const pair = await startBarePair('electron', link)
  await pair.presenter.evaluate(STAMP_PRESSES)
  await pair.connect(CONNECT)
  return {
    name: 'bare',
    link,
    viewer: pair.viewer,
    picture: '#remote',
    share: async (window) => {
      await pair.share(window, WORDS)
      return Number(await pair.presenter.evaluate('window.barePressedAtMs'))
    },
    stopSharing: async () => {
      await pair.presenter.evaluate('window.bare.stopSharing()')
    },
    connectAnew: () => pair.connect(CONNECT),
    stop: pair.stop,
  }
}
