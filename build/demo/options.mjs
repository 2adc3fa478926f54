// Owns the demo's flags: what there is, what each takes, and what is said about a wrong one.
import { parseArgs } from 'node:util'

const MAX_SECONDS = 3600

/**
 * @typedef {object} DemoOptions
 * @property {'electron' | 'browser' | null} host null: Electron where there is one, else a browser
 * @property {number} seconds
 * @property {string | null} server null: one of our own, for the time of the demo
 * @property {string | null} json
 * @property {boolean} share whether one of them shows a window
 * @property {boolean} ring whether one of them is rung in the tray instead
 * @property {boolean} install
 */

export const DEMO_HELP = `npm run demo -- [flags]

  --host electron|browser   two Electron clients (default), or two guests in a browser
  --seconds N               how long they talk (default 10)
  --server URL              a server that runs already, ours or a stock PeerJS server; default: one of its own
  --share                   one of them shows the other a real window; stays until Enter where there is
                            a display and a terminal; needs Electron
  --ring                    one of them is closed to the tray and rung there; prints when it was seen, told and heard;
                            on a display, a bus and a sound server of its own; needs Electron and Linux
  --json FILE               writes the figures there
  --install-deps            installs missing system packages, also when not root
`

/** @param {string[]} words @returns {DemoOptions | 'help'} Throws with one sentence where a flag is wrong. */
export function readDemoOptions(words) {
  const { values } = parseArgs({
    args: words,
    options: {
      host: { type: 'string' },
      seconds: { type: 'string', default: '10' },
      server: { type: 'string' },
      json: { type: 'string' },
      share: { type: 'boolean', default: false },
      ring: { type: 'boolean', default: false },
      'install-deps': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  const act = actOf(values)
  if (act !== null && values.host === 'browser')
    throw new Error(`${act} needs Electron: leave --host out, or let it be electron.`)
  return {
    host: act === null ? hostOf(values.host) : 'electron',
    seconds: secondsOf(values.seconds),
    server: serverOf(values.server),
    json: values.json ?? null,
    share: values.share,
    ring: values.ring,
    install: values['install-deps'],
  }
}

/** @param {{share: boolean, ring: boolean}} values */
function actOf({ share, ring }) {
  if (share && ring) throw new Error('--share and --ring are two demos: one at a time.')
  if (ring) return '--ring'
  return share ? '--share' : null
}

/** @param {string | undefined} host */
function hostOf(host) {
  if (host === undefined) return null
  if (host === 'electron' || host === 'browser') return host
  throw new Error('--host takes electron or browser.')
}

/** @param {string} text */
function secondsOf(text) {
  const seconds = Number(text)
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= MAX_SECONDS) return seconds
  throw new Error(`--seconds takes a whole number from 1 to ${String(MAX_SECONDS)}.`)
}

/** @param {string | undefined} text */
function serverOf(text) {
  if (text === undefined) return null
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text.endsWith('/') ? text : `${text}/`
  throw new Error('--server takes a URL such as http://127.0.0.1:9000/.')
}
