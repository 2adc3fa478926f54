// Test only, never shipped: the main file of a package that is built on the test runtime. Packed, nothing loads the bridge by
// `-r`, since the fuses forbid it.
'use strict'
require('./compat.cjs')
require('../out/main/index.cjs')
