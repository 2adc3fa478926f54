// The reference's Electron: one window on the page named by the last word, everything allowed.
'use strict'
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(() => {
  const url = process.argv.find((word) => word.startsWith('--page=')).slice('--page='.length)
  const window = new BrowserWindow({
    width: 1100,
    height: 720,
    webPreferences: { backgroundThrottling: false },
  })
  void window.loadURL(url)
})
app.on('window-all-closed', () => app.quit())
