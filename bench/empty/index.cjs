// The reference of a start: one empty window, shown as soon as it is painted, or never.
'use strict'
const { app, BrowserWindow } = require('electron')

const hidden = process.argv.includes('--hidden')

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1080, height: 720, show: false })
  if (!hidden) window.once('ready-to-show', () => window.show())
  await window.loadFile('out/main/index.html')
})
app.on('window-all-closed', () => app.quit())
