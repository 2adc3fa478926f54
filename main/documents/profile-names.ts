// Owns telling, by its name, what in a profile's folder is ours, what Chromium keeps there of us, and what is neither. Pure.

/** Documents and the key with their copies, set aside and half written ones; the note of a deletion is no part of it. */
const OURS = /^(?:(?:settings|contacts|history|advertised|join-codes|identity)\..*|pictures|logs)$/

/**
 * What Chromium has made here: storage, caches, names of servers, salts of device ids, dumps of crashed processes.
 * https://chromium.googlesource.com/chromium/src/+/main/docs/user_data_dir.md; the lock of the running instance (Singleton…,
 * lockfile) and `Local State`, which it has open and which holds nothing of a person, stay.
 */
const CHROMIUM: ReadonlySet<string> = new Set([
  ...[
    'Preferences',
    'Secure Preferences',
    'Network Persistent State',
    'TransportSecurity',
    'Reporting and NEL',
  ],
  ...['Network', 'Cookies', 'Trust Tokens', 'Local Storage', 'Session Storage', 'IndexedDB', 'databases'],
  ...['File System', 'Service Worker', 'Shared Dictionary', 'SharedStorage', 'WebStorage', 'Partitions'],
  ...['Storage', 'QuotaManager', 'DIPS', 'blob_storage', 'shared_proto_db', 'VideoDecodeStats'],
  ...['WebrtcVideoStats', 'Cache', 'Code Cache', 'GPUCache', 'DawnCache', 'DawnGraphiteCache'],
  ...['DawnWebGPUCache', 'GrShaderCache', 'ShaderCache', 'Crashpad', 'Dictionaries'],
])
/** Beside a database of SQLite. */
const SQLITE_ENDING = /-(?:journal|wal|shm)$/

export type Keeper = 'ours' | 'chromium' | 'other'

export function keeperOf(name: string): Keeper {
  if (OURS.test(name)) return 'ours'
  return CHROMIUM.has(name.replace(SQLITE_ENDING, '')) ? 'chromium' : 'other'
}
