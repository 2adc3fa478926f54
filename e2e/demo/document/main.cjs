/* global __dirname */
// A program that isn't Parley: one window with a document in it, for the demo to share. Says `ready` on standard output, and
// ends with its standard input. Runs in any Electron; places and size come as JSON in the last word.
const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')

const { title, number, bounds } = JSON.parse(process.argv.at(-1) ?? '{}')

process.stdin.on('end', () => app.exit(0)).resume()
app.whenReady().then(async () => {
  const window = new BrowserWindow({
    ...bounds,
    title,
    useContentSize: true,
    autoHideMenuBar: true,
    // Elsewhere a captured window has its frame in the picture, and the code would stand in another place.
    frame: process.platform === 'linux',
    backgroundColor: '#ffffff',
    // It is captured also where another window lies over it.
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      backgroundThrottling: false,
      zoomFactor: (bounds.width ?? 960) / 960,
    },
  })
  window.setMenu(null)
  await window.loadFile(join(__dirname, 'page.html'), { query: { number: String(number) } })
  process.stdout.write('ready\n')
})
app.on('window-all-closed', () => app.exit(0))
