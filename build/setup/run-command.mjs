// Owns running one other program to its end, bounded in time. Leaves long-lived children to their owners.
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ROOT } from './paths.mjs'

/**
 * @typedef {object} Outcome
 * @property {number} code 127: could not be started; 124: took too long and was ended
 * @property {string} stdout empty where it was shown instead
 * @property {string} stderr
 */

/**
 * Never rejects.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, show?: boolean}} [options] `show` passes its
 *   output on to ours
 * @returns {Promise<Outcome>}
 */
export function runCommand(command, args, options = {}) {
  const { cwd = ROOT, env = process.env, timeoutMs = 0, show = false } = options
  return new Promise((resolve) => {
    const out = { stdout: '', stderr: '' }
    let late = false
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      // npm and npx are .cmd files on Windows, which only a shell starts.
      shell: process.platform === 'win32' && !command.includes('\\'),
    })
    const timer =
      timeoutMs > 0 ? setTimeout(() => ((late = true), child.kill('SIGKILL')), timeoutMs) : undefined
    child.stdout?.on('data', (chunk) => (out.stdout += String(chunk)))
    child.stderr?.on('data', (chunk) => (out.stderr += String(chunk)))
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ code: 127, stdout: out.stdout, stderr: error.message })
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ ...out, code: late ? 124 : (code ?? 1) })
    })
  })
}

/**
 * @param {string} name of a program
 * @returns {string | null} its path, looked for as a shell would
 */
export function programPath(name) {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name)
    if (folder !== '' && isExecutable(path)) return path
  }
  return null
}

/** @param {string} path @returns {boolean} */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
