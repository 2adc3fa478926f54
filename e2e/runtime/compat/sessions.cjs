// Owns the newer methods of a session, and the newer shape of its permission requests.
'use strict'
const { define } = require('./define.cjs')

function addSessionMethods(electron) {
  const patched = new WeakSet()
  const patch = (session) => {
    if (patched.has(session)) return
    patched.add(session)
    define(session, 'fetch', (...args) => electron.net.fetch(...args))
    addPreloadScripts(session)
    renameDisplayCapture(session)
    const setHandler = session.setDisplayMediaRequestHandler.bind(session)
    // The second argument, {useSystemPicker}, is for macOS only.
    session.setDisplayMediaRequestHandler = (handler) => setHandler(handler)
  }
  electron.app.on('session-created', patch)
  void electron.app.whenReady().then(() => patch(electron.session.defaultSession))
}

/** registerPreloadScript (Electron 35) on setPreloads. */
function addPreloadScripts(session) {
  const scripts = new Map()
  const own = session.getPreloads()
  const apply = () => session.setPreloads([...own, ...[...scripts.values()].map((script) => script.filePath)])
  define(session, 'registerPreloadScript', (script) => {
    const id = script.id ?? `compat-${String(scripts.size + 1)}`
    scripts.set(id, { ...script, id })
    apply()
    return id
  })
  define(session, 'unregisterPreloadScript', (id) => {
    scripts.delete(id)
    apply()
  })
  define(session, 'getPreloadScripts', () => [...scripts.values()])
}

/** Before Electron 45 getDisplayMedia asked as `media` with an empty list. */
function renameDisplayCapture(session) {
  const setHandler = session.setPermissionRequestHandler.bind(session)
  session.setPermissionRequestHandler = (handler) => {
    if (handler === null) return setHandler(null)
    return setHandler((contents, permission, answer, details) => {
      const isCapture = permission === 'media' && details?.mediaTypes?.length === 0
      if (isCapture) handler(contents, 'display-capture', answer, { ...details, mediaTypes: ['video'] })
      else handler(contents, permission, answer, details)
    })
  }
}

module.exports = { addSessionMethods }
