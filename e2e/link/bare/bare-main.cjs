// The reference's Electron: one window on the page named by --page=, everything allowed; getDisplayMedia gets the source
// that the test names in `globalThis.sourceToShare`.
'use strict'
const { app, BrowserWindow, session } = require('electron')

const word = (name) => process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3)

globalThis.sourceToShare = null
void app.whenReady().then(() => {
  session.defaultSession.setDisplayMediaRequestHandler((_request, answer) => {
    const id = globalThis.sourceToShare
    answer({ video: { id, name: '' } })
  })
  const window = new BrowserWindow({
    width: 1100,
    height: 720,
    webPreferences: { backgroundThrottling: false },
  })
  void window.loadURL(word('page'))
})
app.on('window-all-closed', () => app.quit())
