// Owns this page's part in the self-test: it has the socket, so it sends main's value out, and tells main of what comes back.
import type { SelfTest } from '../../../shared/model/self-test'
import type { Clock } from '../../platform/clock'
import type { Desktop } from '../../platform/desktop'
import { followDocument } from '../../platform/follow-document'
import type { Log } from '../../platform/log'
import type { SelfTestPost } from '../../rtc/self-test-post'
import type { Signalling } from '../../rtc/signalling'
import type { SelfTestCommands, SelfTestStore } from './self-test-store'

export interface SelfTestControllerOptions {
  readonly store: SelfTestStore
  readonly desktop: Desktop
  readonly post: SelfTestPost
  /** The home server's connection, in whatever state; null while there is none. */
  readonly home: () => Signalling | null
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
}

export interface SelfTestController extends SelfTestCommands {
  /** Takes what comes back over that server: home, whenever there is a new one. */
  follow(home: Signalling | null): void
}

/** For as long as the page lives. */
export function createSelfTestController(options: SelfTestControllerOptions): SelfTestController {
  const { store, desktop, post, home, clock, log } = options
  let unlisten = (): void => undefined

  function take(test: SelfTest): void {
    const ringsAtMs = test.is === 'counting' ? clock.now() + test.leftMs : null
    store.setState({ test, ringsAtMs, refused: null })
  }

  async function send(value: string): Promise<void> {
    const signalling = home()
    const why = signalling ? await post.send(signalling, value) : 'not-connected'
    if (why !== null) void desktop.call('selftest.notSent', { value, why })
  }

  desktop.on('selftest.send', ({ value }) => void send(value))
  followDocument({
    read: () => desktop.call('selftest.read'),
    changes: (listener) => desktop.on('selftest.changed', listener),
    onDocument: take,
    onFailure: (code) => log.error('self-test not read', { code }),
  })
  return {
    begin() {
      void desktop.call('selftest.begin').then((answer) => {
        if (answer.ok) store.setState({ refused: answer.value.refused })
      })
    },
    cancel: () => void desktop.call('selftest.cancel'),
    follow(now) {
      unlisten()
      unlisten = now
        ? post.listen(now, (value) => void desktop.call('selftest.returned', { value }))
        : () => undefined
    },
  }
}
