// Owns the keys that work while another program has the keyboard: asked of the system as the settings say, given back when they
// change and at the end.
import {
  GLOBAL_KEYS,
  NO_GLOBAL_KEYS,
  type GlobalKey,
  type GlobalKeyState,
  type GlobalKeysState,
} from '../../shared/model/global-keys'
import type { Settings } from '../../shared/model/settings'
import type { Verb } from '../../shared/model/verbs'
import { kindOfError, type Log } from '../log/log'
import { planKeys, verbOfKey } from './global-key-rules'

/** What this needs of Electron's globalShortcut. */
export interface Shortcuts {
  /** False where another program has it; throws where it is no key at all. */
  register(accelerator: string, pressed: () => void): boolean
  unregister(accelerator: string): void
}

export interface GlobalKeys {
  follow(wanted: Settings['globalKeys']): void
  /** While the user presses keys to choose them they do nothing else. */
  pause(paused: boolean): void
  read(): GlobalKeysState
  end(): void
}

export type GlobalKeysParts = {
  readonly shortcuts: Shortcuts
  readonly possible: boolean
  readonly doVerb: (verb: Verb) => void
  readonly changed: (state: GlobalKeysState) => void
  readonly log: Log
}

const NONE: Settings['globalKeys'] = { accept: null, decline: null, mute: null }

export function createGlobalKeys({ shortcuts, possible, doVerb, changed, log }: GlobalKeysParts): GlobalKeys {
  let wanted = NONE
  let state = NO_GLOBAL_KEYS
  const ours: string[] = []
  let paused = false

  function take(key: GlobalKey, accelerator: string): GlobalKeyState {
    try {
      if (!shortcuts.register(accelerator, () => doVerb(verbOfKey(key)))) return 'taken'
    } catch (error) {
      log.info('no key', { key, why: kindOfError(error) })
      return 'not-here'
    }
    ours.push(accelerator)
    return 'works'
  }

  function giveBack(): void {
    for (const accelerator of ours.splice(0)) shortcuts.unregister(accelerator)
  }

  function apply(): void {
    giveBack()
    if (paused) return
    const next = { ...NO_GLOBAL_KEYS }
    for (const key of GLOBAL_KEYS) {
      const plan = planKeys(wanted, possible)[key]
      next[key] = plan.is === 'register' ? take(key, plan.accelerator) : plan.is
    }
    state = next
    log.info('global keys', { ...state })
    changed(state)
  }

  return {
    follow(now) {
      if (GLOBAL_KEYS.every((key) => now[key] === wanted[key])) return
      wanted = now
      apply()
    },
    pause(now) {
      if (paused === now) return
      paused = now
      apply()
    },
    read: () => state,
    end: giveBack,
  }
}
