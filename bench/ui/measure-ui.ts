// Owns the benchmark of the screens: long lists against the same screens empty, and what a call's screen costs beside the bare
// page. In real Electron, since a list also has to be read, checked and carried to the window.
import { prepareMachine } from '../../build/setup/prepare-machine.mjs'
import type { Row } from '../rows'
import type { BenchOptions } from '../run-bench'
import { measureLists } from './measure-lists'
import { measureThread } from './measure-thread'

export async function measureUi({ pairs, install }: BenchOptions): Promise<readonly Row[]> {
  const machine = await prepareMachine({ electron: true, browser: false, ownDisplay: true, install })
  try {
    return [...(await measureLists(pairs)), ...(await measureThread(pairs))]
  } finally {
    machine.stop()
  }
}
