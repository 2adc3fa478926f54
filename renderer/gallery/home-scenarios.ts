// Owns the scenarios of the home screen: reachable, not reachable and why, and what stands in the link field.
import { NO_CONTACTS } from '../../shared/model/contact'
import { PUBLIC_CLOUD } from '../../shared/model/settings'
import { MEMORY_STATE } from '../platform/memory-desktop'
import { BEN, CONTACTS, DALIA, HUNDRED, ODD_RECORDS, SERVER, STRANGER, link } from './people-in-pictures'
import type { ScenarioName } from './scenario-names'
import { OWN_ID, here, home, settings, there, unreachable, type Scenario } from './scenario-parts'

type HomeName = Extract<ScenarioName, `home${string}`>

type ReachName =
  | 'home-connecting'
  | 'home-waiting'
  | 'home-refused'
  | 'home-join-code'
  | 'home-superseded'
  | 'home-locked'
  | 'home-port-taken'
  | 'home-old-links'
  | 'home-document'
  | 'home-restored'
  | 'home-no-stun'
  | 'home-update'
  | 'home-web-link'
  | 'home-plain-http'

export function homeScenarios(): Readonly<Record<HomeName, Scenario>> {
  const openedWith = (text: string): Scenario =>
    home({ host: { info: { ...MEMORY_STATE.info, openedWith: text } } })
  return {
    home: home(),
    'home-empty': home({ host: { contacts: NO_CONTACTS }, people: { contacts: [], records: [] } }),
    'home-loading': home({
      people: { loaded: false, contacts: [], records: [] },
      connection: { appLink: null, webLinkMissing: 'unknown', home: { status: 'connecting', failed: null } },
    }),
    'home-link-ready': openedWith(link(BEN.id)),
    'home-opened': openedWith(link(STRANGER.id)),
    'home-offered': { ...home(), linkOpens: link(DALIA.id) },
    'home-odd-names': home({
      host: { settings: { ...settings, name: HUNDRED.name } },
      people: { contacts: CONTACTS, records: ODD_RECORDS },
    }),
    ...reachScenarios(),
  }
}

/** Reachable or not, and from where. */
function reachScenarios(): Readonly<Record<ReachName, Scenario>> {
  return {
    'home-connecting': unreachable({ status: 'connecting', failed: null }),
    'home-waiting': unreachable({ status: 'waiting', code: 'server-unreachable', retryAtMs: 3_608_000 }),
    'home-refused': unreachable({ status: 'stopped', code: 'wrong-audience' }),
    'home-join-code': unreachable({ status: 'waiting', code: 'join-code-needed', retryAtMs: 3_608_000 }),
    'home-superseded': unreachable({ status: 'stopped', code: 'superseded' }),
    'home-locked': home({
      host: { identity: { status: 'locked' } },
      connection: { appLink: null, home: { status: 'off' } },
    }),
    'home-port-taken': home({
      host: { reach: { mode: 'this-network', home: { status: 'failed', code: 'port-taken', port: 9400 } } },
      connection: { appLink: null, home: { status: 'off' } },
    }),
    'home-old-links': home({
      host: {
        reach: here.home.status === 'ready' ? { ...here, home: { ...here.home, oldLinksBreak: true } } : here,
      },
    }),
    'home-document': home({
      host: {
        info: {
          ...MEMORY_STATE.info,
          troubles: [{ document: 'history', outcome: 'last-good-used', code: 'document-damaged' }],
        },
      },
    }),
    'home-restored': home({ host: { info: { ...MEMORY_STATE.info, restored: true } } }),
    'home-no-stun': home({
      host: { reach: there(PUBLIC_CLOUD) },
      connection: { serverKind: 'stock', webLinkMissing: 'not-served' },
    }),
    'home-update': home({ host: { updates: { is: 'ready', version: '0.4.0', notes: '' } } }),
    'home-web-link': home({
      host: { reach: there(SERVER) },
      connection: { appLink: link(OWN_ID), webLink: `${SERVER}#/call/${OWN_ID}` },
    }),
    'home-plain-http': home({ connection: { webLinkMissing: 'not-secure' } }),
  }
}
