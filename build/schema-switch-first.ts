// Owns one order that splitting must keep: the library of our schemas and the switch that stops it from generating code
// (renderer/app/jitless.ts) are one chunk. Otherwise a chunk of schemas that a later part shares with the first one is
// evaluated before the first one's body, and so before the switch.
export const SCHEMA_SWITCH_FIRST = {
  groups: [
    { name: 'schema-library', test: /[\\/]node_modules[\\/]zod[\\/]|[\\/]renderer[\\/]app[\\/]jitless\.ts$/ },
  ],
}
