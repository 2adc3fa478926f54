// Owns finding an installed browser of the Chromium family, for guests.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isExecutable, programPath } from './run-command.mjs'

const ON_PATH = [
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

/** PARLEY_BROWSER names one outright. @returns {string | null} */
export function findBrowser() {
  const named = process.env['PARLEY_BROWSER'] ?? ''
  if (named !== '') return isExecutable(named) ? named : null
  if (process.platform === 'darwin') return MAC.find((path) => existsSync(path)) ?? null
  if (process.platform === 'win32') return onWindows()
  return ON_PATH.map(programPath).find((path) => path !== null) ?? null
}

function onWindows() {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? '')
  const paths = folders
    .filter((folder) => folder !== '')
    .flatMap((folder) => WINDOWS.map((end) => join(folder, end)))
  return paths.find((path) => existsSync(path)) ?? null
}
