// Owns what may be in the app's archive, and how large it may be. Pure.

/** @typedef {{path: string, bytes: number}} Entry paths from the top, with "/" */

/** Everything else is a mistake: sources, tests, maps, packages. */
const MAY_BE = [
  /^package\.json$/,
  /^out\/main\/(index|embedded-server)\.cjs$/,
  /^out\/main\/chunks\/[\w.-]+\.cjs$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/(index|ringwindow|sharebar)\.html$/,
  /^out\/renderer\/icon\.svg$/,
  /^out\/renderer\/assets\/[\w.-]+\.(js|css|woff2|svg|png|wav|ogg|mp3)$/,
  /^out\/renderer\/licences\/[\w.-]+\.txt$/,
  /^assets\/(tray|badge)\/[\w@-]+\.(png|ico)$/,
  /^assets\/icons\/app-256\.png$/,
]
const OF_TEST_RUNTIME = /^test-runtime\/main\.cjs$/
const MUST_BE = [
  'package.json',
  'out/main/index.cjs',
  'out/main/embedded-server.cjs',
  'out/preload/index.cjs',
]

/** Of the archive, without the bridge of the test runtime: what Parley may add to a bare distribution (the goal is 6 MB in all). */
export const BUDGET_BYTES = 5_800_000

/**
 * @param {readonly Entry[]} entries
 * @param {{isTest: boolean}} electron
 * @returns {readonly string[]} what is wrong
 */
export function wrongInArchive(entries, { isTest }) {
  const ours = entries.filter(({ path }) => !(isTest && OF_TEST_RUNTIME.test(path)))
  const strange = ours.filter(({ path }) => !MAY_BE.some((may) => may.test(path)))
  const missing = MUST_BE.filter((path) => !entries.some((entry) => entry.path === path))
  const bytes = ours.reduce((sum, entry) => sum + entry.bytes, 0)
  return [
    ...strange.map(({ path }) => `${path} has no place in the archive`),
    ...missing.map((path) => `${path} is missing in the archive`),
    ...(bytes > BUDGET_BYTES ? [`the archive has ${bytes} bytes, more than ${BUDGET_BYTES}`] : []),
  ]
}

/** @param {Readonly<Record<string, unknown>>} manifest @param {{version: string, isTest: boolean}} wanted @returns {readonly string[]} */
export function wrongInManifest(manifest, { version, isTest }) {
  const wanted = {
    version,
    productName: 'Parley',
    main: isTest ? 'test-runtime/main.cjs' : 'out/main/index.cjs',
  }
  const wrong = Object.entries(wanted).filter(([name, value]) => manifest[name] !== value)
  const left = ['devDependencies', 'scripts'].filter((name) => name in manifest)
  return [
    ...wrong.map(([name, value]) => `package.json: ${name} is ${String(manifest[name])}, not ${value}`),
    ...left.map((name) => `package.json still has ${name}`),
  ]
}
