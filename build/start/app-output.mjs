// Owns where the app's output goes when a user starts it: into a file, since nearly all of it is Chromium's and its libraries'
// complaints about parts that this computer doesn't have. Only lines that Parley says to the user come to the terminal.
import { closeSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { inCache } from '../setup/paths.mjs'
import { say } from '../setup/say.mjs'

const MAX_BYTES = 5 * 1024 * 1024
const LAST_LINES = 15

/** @param {string} line @returns {boolean} */
export const isForUser = (line) => /^Parley(?: |:)/.test(line)

/**
 * @typedef {object} AppOutput
 * @property {string} path
 * @property {() => readonly string[]} last the newest lines that weren't shown
 * @property {() => void} end
 */

/** @param {import('node:child_process').ChildProcess} app @param {string} name of the file @returns {AppOutput} */
export function keepOutput(app, name) {
  mkdirSync(inCache('start'), { recursive: true })
  const path = inCache('start', name)
  // A second start must not cut off what the first is writing.
  const isFull = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES
  const file = openSync(path, isFull ? 'w' : 'a')
  /** @type {string[]} */
  const last = []
  let room = MAX_BYTES
  const take = (/** @type {string} */ line) => {
    if (isForUser(line)) say(line)
    else last.push(line)
    if (last.length > LAST_LINES) last.shift()
    room -= Buffer.byteLength(line) + 1
    if (room > 0) writeSync(file, `${line}\n`)
  }
  for (const stream of [app.stdout, app.stderr])
    if (stream !== null) createInterface({ input: stream }).on('line', take)
  return { path, last: () => last, end: () => closeSync(file) }
}
