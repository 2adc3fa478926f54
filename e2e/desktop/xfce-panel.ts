// Owns running Xfce's panel on a bus of our own and with settings of its own: nothing of the person's desktop takes part.
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnTied } from '../../build/setup/tied-child.mjs'

/** Its settings' keeper lies where only its service file tells. */
const SETTINGS_SERVICE = '/usr/share/dbus-1/services/org.xfce.Xfconf.service'

export interface XfcePanel {
  /** Across the whole screen there. */
  readonly edge: 'upper' | 'lower'
  readonly height: number
  readonly dark: boolean
  /** What is on it, from the left, as Xfce's settings name each. */
  readonly plugins: readonly string[]
}

/** Returns its end. */
export function startXfcePanel(env: NodeJS.ProcessEnv, panel: XfcePanel): () => Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'parley-panel-'))
  const channels = join(home, 'xfce4', 'xfconf', 'xfce-perchannel-xml')
  mkdirSync(channels, { recursive: true })
  writeFileSync(join(channels, 'xfce4-panel.xml'), channelOf(panel))
  const own = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home }
  const start = (command: string, ...words: string[]) => {
    const child = spawnTied(command, words, {
      env: { ...process.env, NO_AT_BRIDGE: '1', ...env, ...own },
      stdio: 'ignore',
    })
    // Not there: whoever waits for its tray says so.
    return { child, ended: once(child, 'close').catch(() => undefined) }
  }
  // The bus starts no services by itself.
  const running = [start(settingsKeeper()), start('xfce4-panel', '--disable-wm-check')]
  return async () => {
    for (const { child } of running) child.kill('SIGKILL')
    await Promise.all(running.map(({ ended }) => ended))
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}

/** Xfce's numbers for the middle of an edge. */
const EDGES = { upper: 6, lower: 8 } as const

const channelOf = ({
  edge,
  height,
  dark,
  plugins,
}: XfcePanel): string => `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="dark-mode" type="bool" value="${String(dark)}"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=${String(EDGES[edge])};x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="${String(height)}"/>
      <property name="plugin-ids" type="array">
        ${plugins.map((_, at) => `<value type="int" value="${String(at + 1)}"/>`).join('')}
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    ${plugins.map((plugin, at) => `<property name="plugin-${String(at + 1)}" type="string" ${plugin}</property>`).join('')}
  </property>
</channel>
`

function settingsKeeper(): string {
  const program = /^Exec=(\S+)$/m.exec(readFileSync(SETTINGS_SERVICE, 'utf8'))?.[1]
  if (program === undefined) throw new Error(`${SETTINGS_SERVICE} names no program.`)
  return program
}
