// The reference of what being hidden costs: one empty window, shown once and hidden.
'use strict'
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1080, height: 720 })
  await window.loadURL('about:blank')
  window.hide()
})
app.on('window-all-closed', () => app.quit())
