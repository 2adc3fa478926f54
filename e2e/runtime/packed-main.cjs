// Test only, never shipped: the main file of a package that is built on the test runtime. Packed, nothing loads the bridge by
// `-r`, since the fuses forbid it.
'use strict'
require('./compat.cjs')
// As Electron itself does by now, so that the system's mixer shows the app's name: https://github.com/electron/electron/pull/49270
require('electron').app.commandLine.appendSwitch('disable-features', 'AudioServiceOutOfProcess')
require('../out/main/index.cjs')
