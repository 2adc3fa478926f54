// Owns whether what is built gets signed: by what the environment holds, the names being electron-builder's. Pure.

/** @typedef {import('./targets.mjs').System} System */

/** @param {NodeJS.ProcessEnv} env @param {string} name */
const isSet = (env, name) => (env[name] ?? '') !== ''

/** @param {System} system @param {NodeJS.ProcessEnv} env */
export const hasCertificate = (system, env) =>
  isSet(env, 'CSC_LINK') || (system === 'win' ? isSet(env, 'WIN_CSC_LINK') : isSet(env, 'CSC_NAME'))

/** @param {NodeJS.ProcessEnv} env */
export const notarises = (env) =>
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'].every((name) => isSet(env, name))

/** One line where something isn't signed; null: nothing to say. @param {System} system @param {NodeJS.ProcessEnv} env */
export function unsignedLine(system, env) {
  // Their packages are signed as a whole by whoever runs the archive; the checksums file stands for the others.
  if (system === 'linux') return null
  const name = system === 'win' ? 'Windows' : 'macOS'
  if (!hasCertificate(system, env))
    return `Unsigned for ${name}: there is no ${system === 'win' ? 'WIN_CSC_LINK' : 'CSC_LINK'}. It runs, after a warning.`
  if (system === 'mac' && !notarises(env))
    return 'Signed for macOS, not notarised: there is no APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER.'
  return null
}
