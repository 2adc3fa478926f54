// Owns a system on which everything is well, for tests.
import type { SelfTestFacts } from '../self-test-report'

export const DESK = { id: 'desk', label: 'Desk speaker' }
export const WELL_FACTS: SelfTestFacts = {
  login: { is: 'on' },
  tray: true,
  notifications: { server: 'Recording', actions: true, persistence: true },
  quiet: null,
  systemQuiet: 'not-quiet',
  followSystem: true,
  ringer: { wished: null, choices: [DESK], volume: 0.8, mute: 'not-muted' },
}
