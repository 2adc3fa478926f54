// Owns what the packed server must and may hold, and how large it may be. Pure.

/** @typedef {{path: string, size: number}} Entry paths from the top, with "/" */

/** Everything else is a mistake: sources, tests, maps, packages. */
const MAY_BE = [
  /^server\/server\.cjs$/,
  /^renderer\/(index\.html|icon\.svg)$/,
  /^renderer\/assets\/[\w.-]+\.(js|css|woff2|svg|png|wav|ogg|mp3)$/,
  /^renderer\/licences\/[\w.-]+\.txt$/,
]
const MUST_BE = [
  ...['package.json', 'README.md', 'GUIDE.md', 'LICENSE', 'LICENCES.txt', 'Dockerfile'],
  ...['server.json', 'parley-server.service', 'Caddyfile', 'nginx.conf', 'turnserver.conf'].map(
    (name) => `examples/${name}`,
  ),
  ...['server/server.cjs', 'renderer/index.html', 'renderer/icon.svg', 'renderer/licences/Inter-OFL.txt'],
]

/** Unpacked; 3.5 MB at its first version, half of it the server, which isn't minified so that a trace can be read. */
export const BUDGET_BYTES = 4_000_000

/** @param {readonly Entry[]} entries @returns {readonly string[]} what is wrong */
export function wrongInBundle(entries) {
  const strange = entries.filter(
    ({ path }) => !MUST_BE.includes(path) && !MAY_BE.some((may) => may.test(path)),
  )
  const missing = MUST_BE.filter((path) => !entries.some((entry) => entry.path === path))
  const bytes = entries.reduce((sum, { size }) => sum + size, 0)
  return [
    ...strange.map(({ path }) => `${path} has no place in the packed server`),
    ...missing.map((path) => `${path} is missing in the packed server`),
    ...(bytes > BUDGET_BYTES ? [`the packed server has ${bytes} bytes, more than ${BUDGET_BYTES}`] : []),
  ]
}
