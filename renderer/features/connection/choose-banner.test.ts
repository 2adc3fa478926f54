import { expect, test } from 'vitest'
import { chooseBanner, type BannerFacts, type HomeBanner } from './choose-banner'
import type { ConnectionState } from './connection-store'

const connection: ConnectionState = {
  reach: {
    mode: 'this-network',
    home: {
      status: 'ready',
      dial: 'http://127.0.0.1:9400/',
      advertised: 'http://192.168.1.2:9400/',
      embedded: true,
      oldLinksBreak: false,
    },
  },
  home: { status: 'open' },
  serverKind: 'own',
  appLink: 'parley://call/1',
  webLink: null,
  webLinkMissing: null,
}
const READY = { status: 'ready', id: 'a'.repeat(32), key: '', kept: 'keyring' } as const
const calm: BannerFacts = {
  identity: READY,
  connection,
  troubles: [],
  restored: false,
  lacksStun: false,
  update: { is: 'none', asked: true },
  dismissed: new Set(),
}
const READY_UPDATE = { is: 'ready', version: '0.2.0', notes: '' } as const
const trouble = { document: 'history', outcome: 'last-good-used', code: 'document-damaged' } as const
const withHome = (home: ConnectionState['home']) => ({ connection: { ...connection, home } })
const failed = (code: 'port-taken' | 'disk-full') => ({
  connection: {
    ...connection,
    reach: { mode: 'this-network', home: { status: 'failed', code, port: 9400 } },
  } as const,
})
const moved: Partial<BannerFacts> = {
  connection: {
    ...connection,
    reach: {
      mode: 'this-network',
      home: { status: 'ready', dial: 'a', advertised: 'b', embedded: true, oldLinksBreak: true },
    },
  },
}

test.each<[string, Partial<BannerFacts>, HomeBanner['kind'] | null]>([
  ['nothing is wrong', {}, null],
  ['still connecting', withHome({ status: 'connecting', failed: null }), null],
  ['connecting once more', withHome({ status: 'connecting', failed: 'server-timeout' }), 'waiting'],
  ['the keyring is locked', { identity: { status: 'locked' }, ...failed('port-taken') }, 'locked'],
  ['the port is taken', failed('port-taken'), 'port-taken'],
  ['the server did not start', failed('disk-full'), 'not-started'],
  ['superseded', withHome({ status: 'stopped', code: 'superseded' }), 'superseded'],
  ['refused for good', withHome({ status: 'stopped', code: 'wrong-audience' }), 'stopped'],
  [
    'a join code is missing',
    withHome({ status: 'waiting', code: 'join-code-needed', retryAtMs: 5 }),
    'join-code',
  ],
  ['the join code is wrong', withHome({ status: 'stopped', code: 'join-code-wrong' }), 'join-code'],
  ['waiting', withHome({ status: 'waiting', code: 'server-timeout', retryAtMs: 5 }), 'waiting'],
  [
    'waiting and a damaged document',
    { ...withHome({ status: 'waiting', code: 'server-timeout', retryAtMs: 5 }), troubles: [trouble] },
    'waiting',
  ],
  ['a damaged document', { troubles: [trouble], ...moved }, 'document'],
  ['a new address', moved, 'old-links-break'],
  ['a new address, dismissed', { ...moved, dismissed: new Set(['old-links-break'] as const) }, null],
  ['restored, and it rings here', { restored: true, ...moved }, 'restored'],
  [
    'restored, not yet connected',
    { restored: true, ...withHome({ status: 'connecting', failed: null }) },
    null,
  ],
  ['restored, dismissed', { restored: true, dismissed: new Set(['restored'] as const) }, null],
  ['no STUN', { lacksStun: true }, 'no-stun'],
  ['a newer version waits', { update: READY_UPDATE }, 'update'],
  ['a newer version was installed', { update: { is: 'replaced', version: '0.2.0' } }, 'update'],
  ['a newer version, later', { update: READY_UPDATE, dismissed: new Set(['update'] as const) }, null],
  ['a newer version and no STUN', { update: READY_UPDATE, lacksStun: true }, 'no-stun'],
  ['a newer version is loaded', { update: { is: 'loading', version: '0.2.0', part: 0.5 } }, null],
  ['no STUN, dismissed', { lacksStun: true, dismissed: new Set(['no-stun'] as const) }, null],
])('when %s', (_case, facts, kind) => {
  expect(chooseBanner({ ...calm, ...facts })?.kind ?? null).toBe(kind)
})
