// Owns the texts of the licences of what Parley is built from, as their authors wrote them. Loaded when somebody asks.
// The build takes them in; those of Electron and Chromium lie beside the program.

const TEXTS = import.meta.glob<string>(
  [
    '../../../LICENSE',
    '../../public/licences/*.txt',
    '../../../node_modules/@base-ui/{react,utils}/LICENSE*',
    '../../../node_modules/@floating-ui/{core,dom,react-dom,utils}/LICENSE*',
    '../../../node_modules/@fontsource-variable/inter/LICENSE*',
    '../../../node_modules/@particle/dbus-next/LICENSE*',
    '../../../node_modules/{cors,electron-log,electron-updater,eventemitter3,express,idb,lucide-react,make-plural}/LICENSE*',
    '../../../node_modules/{argparse,builder-util-runtime,debug,fs-extra,graceful-fs,js-yaml,jsonfile}/LICENSE*',
    '../../../node_modules/{lodash.escaperegexp,lodash.isequal,sax,semver,tiny-typed-emitter,universalify}/LICENSE*',
    '../../../node_modules/ms/license.md',
    '../../../node_modules/{peer,peerjs,peerjs-js-binarypack,react,react-dom,reselect,scheduler}/LICENSE*',
    '../../../node_modules/{pino,prom-client,proxy-addr}/LICENSE*',
    '../../../node_modules/{sdp,uqr,use-sync-external-store,virtua,webrtc-adapter}/LICENSE*',
    '../../../node_modules/{write-file-atomic,ws,x11,zod,zustand}/LICENSE*',
  ],
  { query: '?raw', import: 'default', eager: true, exhaustive: true },
)

/** "react" of "…/node_modules/react/LICENSE"; our own is Parley's, what else we bring along is named by its file. */
export function packageOf(path: string): string {
  const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]
  if (found !== undefined) return found
  return path.endsWith('/LICENSE') ? 'Parley' : (path.split('/').at(-1) ?? path).replace(/\.txt$/, '')
}

export const licensedPackages = (): readonly string[] => Object.keys(TEXTS).map(packageOf)

export function licenceText(): string {
  return Object.entries(TEXTS)
    .map(([path, text]) => `${packageOf(path)}\n\n${text.trim()}\n`)
    .join(`\n${'—'.repeat(20)}\n\n`)
}
