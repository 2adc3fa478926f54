// Owns telling a client why its socket closes, also where `ws` itself gives up on it (frame too large, broken UTF-8).
import { WebSocket } from 'ws'
import type { FailureCode } from '../shared/failure'
import type { NoticeFrame } from '../shared/protocol/server-messages'

/** RFC 6455: policy violation. A page never sees it through PeerJS, so the reason goes out as a frame before. */
const CLOSE_POLICY = 1008
const CODE_OF_CLOSE: ReadonlyMap<number, FailureCode> = new Map<number, FailureCode>([
  [1002, 'frame-malformed'],
  [1007, 'frame-malformed'],
  // In too many parts.
  [CLOSE_POLICY, 'frame-malformed'],
  [1009, 'frame-too-large'],
])

export class NoticingSocket extends WebSocket {
  /** `ws` calls this by itself with one of the codes above; then it is too late for an `error` listener to send. */
  override close(closeCode?: number, reason?: string | Buffer): void {
    const code = CODE_OF_CLOSE.get(closeCode ?? 0)
    if (code) this.notice(code)
    super.close(closeCode, reason)
  }

  /** `retryAfterMs`: when it pays to come back. */
  closeWith(code: FailureCode, retryAfterMs?: number): void {
    this.notice(code, retryAfterMs)
    super.close(CLOSE_POLICY)
  }

  private notice(code: FailureCode, retryAfterMs?: number): void {
    if (this.readyState !== WebSocket.OPEN) return
    const payload = retryAfterMs === undefined ? { code } : { code, retryAfterMs }
    const frame: NoticeFrame = { type: 'NOTICE', payload }
    this.send(JSON.stringify(frame))
  }
}
