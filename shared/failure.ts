// Owns the closed list of failure codes that cross a boundary (IPC, network, disk, devices).
// Why a *call* ended is another list: model/call.ts. Words for both: text/en-codes.ts.

export const FAILURE_CODES = [
  // IPC
  'bad-input',
  'forbidden-sender',
  'not-supported-here',
  'in-call',
  'internal',
  // identity
  'identity-locked',
  'identity-unreadable',
  'identity-missing',
  // stored documents
  'document-damaged',
  'document-too-large',
  'disk-full',
  'disk-failed',
  'limit-reached',
  'not-found',
  'picture-unusable',
  // a saved identity
  'not-a-backup',
  'backup-damaged',
  'backup-newer',
  'passphrase-wrong',
  // the server, over HTTP or NOTICE
  'server-unreachable',
  'server-timeout',
  'server-answer-malformed',
  'not-a-parley-server',
  'wrong-audience',
  'nonce-unknown',
  'nonce-expired',
  'nonce-used',
  'signature-wrong',
  'id-mismatch',
  'version-unsupported',
  'ticket-unknown',
  'ticket-expired',
  'ticket-used',
  'frame-malformed',
  'frame-too-large',
  'rate-limited',
  'server-full',
  'not-invited',
  'join-code-needed',
  'join-code-wrong',
  'restarting',
  'superseded',
  'id-taken',
  // where a server may be dialled
  'visit-not-allowed',
  'visit-closer-than-source',
  'port-taken',
  'no-network-address',
  // devices
  'permission-denied',
  'permission-denied-by-system',
  'device-in-use',
  'device-missing',
  'device-failed',
  // sharing
  'source-gone',
  'share-refused',
  'share-failed',
] as const

export type FailureCode = (typeof FAILURE_CODES)[number]
