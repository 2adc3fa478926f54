// Owns the words about newer versions of Parley.

const nb = '\u00a0'

export const updateWords = {
  check: 'Look for a newer version',
  checking: 'Looking for a newer version.',
  newest: 'This is the newest version.',
  notAsked: 'Parley looks for a newer version as it starts and every four hours.',
  loading: (version: string, percent: number) => `Parley ${version} is being loaded: ${percent}${nb}%.`,
  progress: 'Loaded so far',
  ready: (version: string) => `Parley ${version} is ready. It is put in place when you quit, or now.`,
  notes: 'What is new',
  restart: 'Restart now',
  afterCall: 'Hang up first: a restart ends your call.',
  replaced: (version: string) => `Parley ${version} was installed. Restart to use it.`,
  checkFailed: (why: string) => `No newer version could be looked for. ${why}`,
  loadFailed: (version: string, why: string) =>
    `Parley ${version} couldn't be loaded, and this version goes on. ${why}`,
  problems: {
    unreachable: "The server for updates can't be reached.",
    server: "The server for updates gave an answer that can't be used.",
    tampered: 'What came is not what its maker published, so it was thrown away.',
    'disk-full': 'The disk is full.',
    'not-writable': "Parley's own file can't be written.",
    failed: 'Something went wrong; the log says what.',
  },
  off: {
    'no-provider': 'This build has no place to look for newer versions: it was built without one.',
    'system-package': 'Your system updates Parley with its other packages.',
    portable: 'Unpacked from an archive, Parley is replaced by unpacking a newer one.',
    'not-writable': "Parley's own file can't be written here, so newer versions aren't loaded.",
    guest: 'The server brings this page up to date by itself.',
  },
}
