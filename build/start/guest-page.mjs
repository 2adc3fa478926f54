// Owns `npm start` where no Electron can run: a server on this computer, and its page in an installed browser.
import { spawn } from 'node:child_process'
import { findBrowser } from '../setup/find-browser.mjs'
import { say } from '../setup/say.mjs'
import { hasDisplay } from '../setup/virtual-display.mjs'
import { startServer } from '../setup/server-process.mjs'

/**
 * Ends with the server: when it stops, or when we are told to stop.
 * @param {string} why one sentence
 */
export async function openGuestPage(why) {
  const server = await startServer()
  say(`${why} This is the page for guests instead: the same app in a browser.`)
  say(`Open it in Chrome, Chromium or Edge: ${server.baseUrl}`)
  say('Ctrl C ends the server.')
  const browser = hasDisplay() ? findBrowser() : null
  if (browser !== null) show(browser, server.baseUrl)
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => server.kill(signal))
  await server.ended
}

/** @param {string} browser @param {string} url */
function show(browser, url) {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(browser, [...asRoot, '--new-window', url], { stdio: 'ignore', detached: true })
  child.on('error', (error) => say(`The browser could not be started: ${error.message}`))
  child.unref()
}
