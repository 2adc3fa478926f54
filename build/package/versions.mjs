// Owns what a package's version says: a release's own, or that it was built on the test runtime and is for nobody.

/** In the version, and so in file names, in `--version` and in About. */
export const TEST_MARK = 'testruntime'

/** @param {string} version of package.json @param {{isTest: boolean}} electron */
export const packedVersion = (version, { isTest }) => (isTest ? `${version}-${TEST_MARK}` : version)
