// Owns a display of our own where there is none: Xvfb, a private session bus and a window manager, ended with us.
import { once } from 'node:events'
import { programPath } from './run-command.mjs'
import { spawnTied } from './tied-child.mjs'

const START_MS = 15_000
const SCREEN = '1600x900x24'

/** Whether this process could show a window now. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== ''
}

/**
 * @typedef {object} VirtualDisplay
 * @property {NodeJS.ProcessEnv} env to be laid over the environment of what is shown there
 * @property {() => void} stop harmless when repeated
 */

/** @returns {Promise<VirtualDisplay | null>} null where Xvfb isn't installed */
export async function startVirtualDisplay() {
  if (programPath('Xvfb') === null) return null
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = []
  const stop = () => {
    for (const child of children.splice(0).reverse()) child.kill('SIGTERM')
  }
  process.once('exit', stop)
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset']
  const server = start(children, 'Xvfb', args)
  const env = { DISPLAY: `:${await firstLine(server, 3)}`, WAYLAND_DISPLAY: '', NO_AT_BRIDGE: '1' }
  const bus = programPath('dbus-daemon') === null ? {} : await startBus(children, env)
  // Without a window manager no window ever gets the focus, so keys and "to the front" can't be tested.
  if (programPath('openbox') !== null) start(children, 'openbox', ['--sm-disable'], { ...env, ...bus })
  return { env: { ...env, ...bus }, stop }
}

/**
 * A bus of its own: the machine's own notifications, tray and keyring stay out of it.
 * @param {import('node:child_process').ChildProcess[]} children
 * @param {NodeJS.ProcessEnv} env
 */
async function startBus(children, env) {
  const bus = start(children, 'dbus-daemon', ['--session', '--nofork', '--print-address=3'], env)
  return { DBUS_SESSION_BUS_ADDRESS: await firstLine(bus, 3) }
}

/**
 * @param {import('node:child_process').ChildProcess[]} children
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function start(children, command, args, env = {}) {
  const stdio = /** @type {const} */ (['ignore', 'ignore', 'ignore', 'pipe'])
  const child = spawnTied(command, args, { env: { ...process.env, ...env }, stdio: [...stdio] })
  child.on('error', () => child.emit('close', 127, null))
  children.push(child)
  return child
}

/** @param {import('node:child_process').ChildProcess} child @param {3} descriptor @returns {Promise<string>} */
async function firstLine(child, descriptor) {
  const stream = child.stdio[descriptor]
  if (!stream || !('readable' in stream)) throw new Error('No pipe to read from.')
  const signal = AbortSignal.timeout(START_MS)
  const died = once(child, 'close', { signal }).then(() => {
    throw new Error(`${child.spawnfile} ended before it was ready.`)
  })
  let text = ''
  while (!text.includes('\n')) {
    const [chunk] = await Promise.race([once(stream, 'data', { signal }), died])
    text += String(chunk)
  }
  died.catch(() => undefined)
  return text.trim()
}
