// Owns what may be typed after `npm start --`: the app's own words, and what this script itself does with its output.

/**
 * @typedef {object} StartWords
 * @property {readonly string[]} app what the app is started with
 * @property {string | null} profile whose start this is; null: the user's own
 * @property {boolean} verbose whether everything that the app and Chromium say is shown
 */

/** Electron takes values only after `=`. @param {readonly string[]} words @returns {StartWords} */
export function readStartWords(words) {
  /** @type {string[]} */
  const app = []
  let profile = null
  let verbose = false
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word === '--verbose') verbose = true
    else if (word === '--profile' || word.startsWith('--profile=')) {
      profile = word === '--profile' ? (words[(at += 1)] ?? '') : word.slice('--profile='.length)
      app.push(`--profile=${profile}`)
    } else {
      // Their answer is more than a line of Parley's to the user.
      if (word === '--help' || word === '--version') verbose = true
      app.push(word)
    }
  }
  return { app, profile, verbose }
}
