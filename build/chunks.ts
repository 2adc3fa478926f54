// Owns what the renderer's code is split into, beside what is loaded later.

/**
 * The library of our schemas and the switch that stops it from generating code (renderer/app/jitless.ts) are one chunk, and
 * first. Otherwise a chunk of schemas that a later part shares with the first one is evaluated before the first one's body,
 * and so before the switch.
 */
const SCHEMA_LIBRARY = {
  name: 'schema-library',
  test: /[\\/]node_modules[\\/]zod[\\/]|[\\/]renderer[\\/]app[\\/]jitless\.ts$/,
  priority: 2,
}

/** What the sharing bar and the ring window share with the window. */
const HOST = { name: 'host', test: /[\\/]renderer[\\/]platform[\\/]desktop\.ts$/, priority: 1 }

const either = (...paths: readonly string[]): RegExp =>
  new RegExp(`[\\\\/](${paths.join('|').replaceAll('/', '[\\\\/]')})`)

/** What the ring window shares with the window: who calls, the tones, the keys, the ringer. */
const RINGING = {
  name: 'ringing',
  test: either(
    ...['renderer/lib/(tones/|clean-name|person-sign|spoken-name)', 'renderer/platform/clock\\.'],
    ...['renderer/ui/keys\\.', 'renderer/rtc/audio-level\\.', 'renderer/features/devices/choose-device\\.'],
    ...['shared/(clean-text|protocol/limits|text/en-incoming)\\.'],
  ),
  priority: 1,
}

/** The small pages' own. */
const OF_SMALL_PAGES = either(
  ...[
    'renderer/(sharebar|ringwindow)(/|\\.)',
    'renderer/lib/svg-shapes\\.',
    'shared/text/en-(bar|ring-window)\\.',
  ],
)

/**
 * All else that the window needs at once. By itself the bundler makes a chunk of every few lines that a later part needs as
 * well: twenty requests, each packed without knowing the others. What is the small pages' stays out, or they would load
 * the window's whole code, and it would start theirs; `npm run bench -- size` tells where they do.
 */
const START = { name: 'start', tags: ['$initial' as const], test: (id: string) => !OF_SMALL_PAGES.test(id) }

export const APP_CHUNKS = { groups: [SCHEMA_LIBRARY, HOST, RINGING, START] }
/** Its pages share no start. */
export const GALLERY_CHUNKS = { groups: [SCHEMA_LIBRARY] }
