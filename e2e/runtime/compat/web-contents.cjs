// Owns the newer shapes of webContents: one event object instead of loose arguments, frames, navigation history.
'use strict'
const { define } = require('./define.cjs')

const LEVELS = ['debug', 'info', 'warning', 'error']

function addWebContentsShapes({ app }) {
  app.on('web-contents-created', (_event, contents) => {
    wrapListeners(contents)
    define(contents, 'navigationHistory', {
      canGoBack: () => contents.canGoBack(),
      canGoForward: () => contents.canGoForward(),
      goBack: () => contents.goBack(),
      goForward: () => contents.goForward(),
      clear: () => contents.clearHistory(),
    })
    addFrameMethods(contents)
  })
}

/** Keeps which wrapper stands for which listener, so that removing one works. */
function wrapListeners(contents) {
  const wrappers = new WeakMap()
  const wrap = (event, listener) => {
    const wrapper = wrapperFor(contents, event, listener)
    if (wrapper !== listener) wrappers.set(listener, wrapper)
    return wrapper
  }
  for (const name of ['on', 'addListener', 'once', 'prependListener']) {
    const method = contents[name].bind(contents)
    contents[name] = (event, listener) => method(event, wrap(event, listener))
  }
  for (const name of ['off', 'removeListener']) {
    const method = contents[name].bind(contents)
    contents[name] = (event, listener) => method(event, wrappers.get(listener) ?? listener)
  }
}

function wrapperFor(contents, event, listener) {
  if (event === 'console-message') {
    return (e, level, message, lineNumber, sourceId) =>
      listener(
        Object.assign(e, { level: LEVELS[level], message, lineNumber, sourceId, frame: contents.mainFrame }),
      )
  }
  if (event === 'will-navigate' || event === 'will-redirect') {
    return (e, url, ...rest) => {
      if (e.url === undefined) Object.assign(e, { url, isMainFrame: true, isSameDocument: false })
      listener(e, url, ...rest)
    }
  }
  return listener
}

/** isDestroyed and detached came with Electron 33. */
function addFrameMethods(contents) {
  const prototype = contents.mainFrame && Object.getPrototypeOf(contents.mainFrame)
  if (!prototype) return
  define(prototype, 'detached', false)
  define(prototype, 'isDestroyed', function isDestroyed() {
    try {
      return this.processId === undefined
    } catch {
      // A frame that is gone throws on every access.
      return true
    }
  })
}

module.exports = { addWebContentsShapes }
