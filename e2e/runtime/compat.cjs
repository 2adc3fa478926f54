// Test only, never shipped: lets our one main bundle, written for the Electron we ship, run on Electron 22 (Node 16).
// Load it with `-r` before the app. Does nothing from Electron 30 on. It doesn't reach utility processes.
'use strict'
const BRIDGED_BELOW = 30

if (Number.parseInt(process.versions.electron ?? '999', 10) < BRIDGED_BELOW) {
  const electron = require('electron')
  require('./compat/node-globals.cjs').addNodeGlobals()
  require('./compat/protocols.cjs').addProtocolHandle(electron)
  require('./compat/sessions.cjs').addSessionMethods(electron)
  require('./compat/keyring.cjs').addAsyncKeyring(electron)
  require('./compat/modules.cjs').addModuleMethods(electron)
  require('./compat/web-contents.cjs').addWebContentsShapes(electron)
}
