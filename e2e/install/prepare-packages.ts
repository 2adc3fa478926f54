// Playwright's global setup: a machine with a display of its own. What is packed is packed by who tests it.
import { prepareMachine } from '../../build/setup/prepare-machine.mjs'

export default async function prepare(): Promise<() => void> {
  const machine = await prepareMachine({ electron: true, browser: true, ownDisplay: true })
  return machine.stop
}
