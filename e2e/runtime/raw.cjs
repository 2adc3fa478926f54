// Test only: evaluates what is POSTed to the socket at $PARLEY_TEST_RAW_SOCKET in the main process of an Electron that no test
// driver started (Playwright's switches stop timers from being throttled and emulate focus). Load it with `-r`. A socket in the
// file system is reached from other network namespaces too.
'use strict'
const http = require('node:http')
const electron = require('electron')

/** For the posted code: the first window, and a run of code in its page as if by the user. */
const firstWindow = () => electron.BrowserWindow.getAllWindows()[0]
const inPage = (code) => firstWindow().webContents.executeJavaScript(code, true)

async function answer(code, response) {
  try {
    const run = new Function('electron', 'firstWindow', 'inPage', `return (${code})`)
    response.end(JSON.stringify((await run(electron, firstWindow, inPage)) ?? null))
  } catch (error) {
    response.statusCode = 500
    response.end(String(error?.stack))
  }
}

void electron.app.whenReady().then(() => {
  const server = http.createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => void answer(body, response))
  })
  server.listen(process.env.PARLEY_TEST_RAW_SOCKET)
})
