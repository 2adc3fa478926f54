// Owns starting a child that ends with us, also when we are killed and no handler of ours runs, where the system can
// promise that (Linux). Elsewhere whoever starts one ends it.
import { spawn } from 'node:child_process'
import { programPath } from './run-command.mjs'

/**
 * @template {import('node:child_process').SpawnOptions} O
 * @param {string} command
 * @param {readonly string[]} args
 * @param {O} options
 */
export function spawnTied(command, args, options) {
  if (programPath('setpriv') === null) return spawn(command, args, options)
  return spawn('setpriv', ['--pdeathsig=TERM', command, ...args], options)
}
