// Owns reading the manifest out of an app's archive.
import { extractFile } from '@electron/asar'

/** @param {string} archive @returns {Readonly<Record<string, unknown>> & {version: string, main: string}} */
export const packedManifest = (archive) => JSON.parse(extractFile(archive, 'package.json').toString())
