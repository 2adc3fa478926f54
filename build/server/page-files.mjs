// Owns which of the built renderer's files the page for guests consists of: what can be reached from its index.html. The app's other
// windows are none of them. Pure.

/** @typedef {{file: string, css?: string[], assets?: string[], imports?: string[], dynamicImports?: string[]}} Chunk */

const ENTRY = 'index.html'
/** Named by the page itself, not by the bundler: its icon, and the licences of what isn't code. */
const BESIDE = /^(icon\.svg|licences\/[\w.-]+\.txt)$/

/**
 * @param {Readonly<Record<string, Chunk>>} manifest the bundler's
 * @param {readonly string[]} built all files there are, from the renderer's folder
 * @returns {readonly string[]}
 */
export function filesOfPage(manifest, built) {
  /** @type {Set<string>} */
  const reached = new Set()
  const reach = (/** @type {string} */ name) => {
    if (reached.has(name)) return
    reached.add(name)
    const { imports = [], dynamicImports = [] } = chunkOf(manifest, name)
    for (const next of [...imports, ...dynamicImports]) reach(next)
  }
  reach(ENTRY)
  const files = [...reached].flatMap((name) => {
    const { file, css = [], assets = [] } = chunkOf(manifest, name)
    return [file, ...css, ...assets]
  })
  return [...new Set([ENTRY, ...built.filter((path) => BESIDE.test(path)), ...files])].sort()
}

/** @param {Readonly<Record<string, Chunk>>} manifest @param {string} name */
function chunkOf(manifest, name) {
  const chunk = manifest[name]
  if (chunk === undefined) throw new Error(`the page has no part called ${name}`)
  return chunk
}
