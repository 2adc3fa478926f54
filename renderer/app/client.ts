// Owns the shape of a running client as screens see it: every store and every command, built by compose.ts.
// Screens get it through React context (screens/client-context.tsx), the in-memory host builds one without WebRTC.
import type { AppInfo } from '../../shared/model/app-info'
import type { Desktop } from '../platform/desktop'
import type { Clock } from '../platform/clock'
import type { CallCommands, CallsStore } from '../features/calls/calls-store'
import type { ConnectionCommands, ConnectionStore } from '../features/connection/connection-store'
import type { TestServer } from '../features/connection/test-server'
import type { DeviceCommands, DevicesStore } from '../features/devices/devices-store'
import type { IdentityStore } from '../features/identity/identity-store'
import type { PeopleCommands, PeopleStore } from '../features/people/people-store'
import type { SelfTestCommands, SelfTestStore } from '../features/selftest/self-test-store'
import type { ShareCommands, ShareStore } from '../features/share/share-store'
import type { SettingsStore } from '../features/settings/settings-store'
import type { StatsStore } from '../features/stats/stats-store'
import type { TextsCommands, TextsStore } from '../features/texts/texts-store'
import type { UpdatesStore } from '../features/updates/updates-store'
import type { Ringing } from '../features/ringing/ringing-controller'
import type { LocalMedia } from '../rtc/local-media'

export interface Client {
  readonly info: AppInfo
  readonly desktop: Desktop
  readonly clock: Clock
  /** For the device check before a call; calls open their own leases. */
  readonly localMedia: LocalMedia
  readonly identity: IdentityStore
  readonly settings: SettingsStore
  readonly connection: ConnectionStore
  readonly calls: CallsStore
  readonly devices: DevicesStore
  readonly people: PeopleStore
  readonly selfTest: SelfTestStore
  readonly share: ShareStore
  readonly stats: StatsStore
  readonly texts: TextsStore
  readonly updates: UpdatesStore
  readonly commands: {
    readonly calls: CallCommands
    readonly connection: ConnectionCommands & { readonly testServer: TestServer }
    readonly devices: DeviceCommands
    readonly people: PeopleCommands
    readonly selfTest: SelfTestCommands
    readonly share: ShareCommands
    readonly texts: TextsCommands
    /** Esc while it rings. */
    readonly ringing: Pick<Ringing, 'silence'>
  }
}
