// Owns which global keys are asked of the system, and what each does. Pure.
import { GLOBAL_KEYS, type GlobalKey } from '../../shared/model/global-keys'
import type { Settings } from '../../shared/model/settings'
import type { Verb } from '../../shared/model/verbs'

export type KeyPlan =
  { readonly is: 'none' | 'twice' | 'not-here' } | { readonly is: 'register'; readonly accelerator: string }

/** `possible`: false under Wayland, where only the program with the focus hears keys. */
export function planKeys(
  wanted: Settings['globalKeys'],
  possible: boolean,
): Readonly<Record<GlobalKey, KeyPlan>> {
  const planOf = (key: GlobalKey): KeyPlan => {
    const accelerator = wanted[key]
    if (accelerator === null) return { is: 'none' }
    if (!possible) return { is: 'not-here' }
    const first = GLOBAL_KEYS.find((each) => wanted[each] === accelerator)
    return first === key ? { is: 'register', accelerator } : { is: 'twice' }
  }
  return { accept: planOf('accept'), decline: planOf('decline'), mute: planOf('mute') }
}

const VERBS: Readonly<Record<GlobalKey, Verb>> = {
  accept: { verb: 'accept', video: null },
  decline: { verb: 'decline' },
  // One key mutes, and by the next press unmutes.
  mute: { verb: 'toggle-microphone' },
}

export const verbOfKey = (key: GlobalKey): Verb => VERBS[key]
