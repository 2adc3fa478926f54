// Owns small additions to Electron's modules: clipboard's promises (44), statics of Notification, app methods.
'use strict'
const { define } = require('./define.cjs')

const CLIPBOARD = ['readText', 'writeText', 'readHTML', 'writeHTML', 'readImage', 'writeImage', 'clear']

function addModuleMethods({ app, clipboard, Notification }) {
  for (const name of [...CLIPBOARD, 'availableFormats']) {
    const method = clipboard[name].bind(clipboard)
    clipboard[name] = async (...args) => method(...args)
  }
  for (const name of ['handleActivation', 'remove', 'removeAll', 'removeGroup'])
    define(Notification, name, () => undefined)
  define(Notification, 'getHistory', async () => [])
  define(app, 'setToastActivatorCLSID', () => undefined)
}

module.exports = { addModuleMethods }
