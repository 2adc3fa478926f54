// Owns the package.json of the packed server. Nothing is installed with it: all that it needs is in it.

export const PACKAGE = 'parley-server'
export const COMMAND_FILE = 'server/server.cjs'

/**
 * @param {{version: string, license: string, author: string, engines: Record<string, string>}} own of the whole
 * @returns {Readonly<Record<string, unknown>>}
 */
export function bundleManifest({ version, license, author, engines }) {
  return {
    name: PACKAGE,
    version,
    description: 'The signalling server of Parley, with its page for guests',
    license,
    author,
    engines,
    bin: { [PACKAGE]: COMMAND_FILE },
  }
}
