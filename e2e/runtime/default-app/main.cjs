// Stands in for Electron's default app, which the fetched runtime lacks: `electron [-r module]… <app> [switches]`.
// Switches must be written as --name=value, since the first word without a dash is the app.
'use strict'
const { app } = require('electron')
const path = require('node:path')
const Module = require('node:module')

/** @param {string[]} words */
function readArguments(words) {
  const modules = []
  for (let i = 0; i < words.length; i += 1) {
    if (words[i] === '-r' || words[i] === '--require') modules.push(words[(i += 1)])
    else if (!words[i].startsWith('-')) return { modules, target: words[i] }
  }
  return { modules, target: null }
}

/** A folder with a package.json gives the app its name and version; a file doesn't. @param {string} folder */
function readManifest(folder) {
  try {
    return require(path.join(folder, 'package.json'))
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND' || error.code === 'ENOTDIR') return null
    throw error
  }
}

const { modules, target } = readArguments(process.argv.slice(1))
if (target === null) {
  console.error('usage: electron [-r module]… <app folder or file> [--switch=value]…')
  process.exit(2)
}
Module._preloadModules(modules)

const full = path.resolve(target)
const manifest = readManifest(full)
if (manifest !== null) {
  app.name = manifest.productName || manifest.name || app.name
  if (manifest.version) app.setVersion(manifest.version)
  if (manifest.desktopName) app.setDesktopName(manifest.desktopName)
}
app.setAppPath(manifest === null ? path.dirname(full) : full)
app.setPath(
  'userData',
  app.commandLine.getSwitchValue('user-data-dir') || path.join(app.getPath('appData'), app.name),
)
process.defaultApp = true
Module._load(Module._resolveFilename(full, module, false), module, true)
