// Owns one WebSocket as the server wants it: one keeper is told what comes over all of them, and a client is told why its socket
// closes, also where `ws` itself gives up on it (frame too large, broken UTF-8).
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

export interface SocketKeeper {
  /** Null: it was binary. */
  received(socket: NoticingSocket, text: Buffer | null): void
  pinged(socket: NoticingSocket, data: Buffer): void
  ponged(socket: NoticingSocket, data: Buffer): void
  closed(socket: NoticingSocket): void
}

export class NoticingSocket extends WebSocket {
  keeper: SocketKeeper | null = null
  /** Pinged, and not heard of since. */
  isWaitedFor = false

  /** Instead of listeners: four to a socket would take more memory than all else about an idle one. */
  override emit(event: string | symbol, ...said: readonly unknown[]): boolean {
    switch (event) {
      case 'message':
        this.keeper?.received(this, said[1] !== true && Buffer.isBuffer(said[0]) ? said[0] : null)
        return true
      case 'ping':
        this.keeper?.pinged(this, dataOf(said[0]))
        return true
      case 'pong':
        this.isWaitedFor = false
        this.keeper?.ponged(this, dataOf(said[0]))
        return true
      case 'error':
        // What was wrong, `close` tells the client; without a listener it would end the process.
        return true
      case 'close':
        this.keeper?.closed(this)
        return super.emit(event, ...said)
      default:
        return super.emit(event, ...said)
    }
  }

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

const dataOf = (said: unknown): Buffer => (Buffer.isBuffer(said) ? said : Buffer.alloc(0))
