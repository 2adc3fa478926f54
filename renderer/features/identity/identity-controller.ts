// Owns the window's copy of our identity, and asking main to try again or to start over.
import type { Result } from '../../../shared/result'
import type { IdentityState } from '../../../shared/model/identity'
import { createScope } from '../../lib/scope'
import type { Desktop } from '../../platform/desktop'
import { followDocument } from '../../platform/follow-document'
import type { Log } from '../../platform/log'
import type { IdentityStore } from './identity-store'

export interface IdentityCommands {
  /** Reads the key again, after the user unlocked the keyring. */
  retry(): Promise<Result<IdentityState>>
  /** Sets the unreadable key aside and makes a new one: a new link. */
  startOver(): Promise<Result<IdentityState>>
}

export interface IdentityController extends IdentityCommands {
  end(): void
}

export function createIdentityController(options: {
  readonly store: IdentityStore
  readonly desktop: Desktop
  readonly log: Log
}): IdentityController {
  const { store, desktop, log } = options
  const scope = createScope()

  function take(state: IdentityState): void {
    log.info('identity', { status: state.status })
    store.setState(state, true)
  }

  async function command(name: 'identity.retry' | 'identity.startOver'): Promise<Result<IdentityState>> {
    const answer = await desktop.call(name)
    if (answer.ok && !scope.ended) take(answer.value)
    else if (!answer.ok) log.error(`${name} failed`, { code: answer.code })
    return answer
  }

  scope.add(
    followDocument({
      read: () => desktop.call('identity.read'),
      changes: (listener) => desktop.on('identity.changed', listener),
      onDocument: take,
      onFailure: (code) => {
        log.error('identity not read', { code })
        take({ status: 'unreadable', detail: code })
      },
    }),
  )
  return {
    retry: () => command('identity.retry'),
    startOver: () => command('identity.startOver'),
    end: () => scope.end(),
  }
}
