// Owns reading from Electron how dark the panel is that holds the tray, and hearing of its change.
import { nativeTheme } from 'electron'
import { isPanelDark } from './tray-icon-file'

export interface Panel {
  readonly isDark: () => boolean
  /** Its undo. */
  readonly onChange: (changed: () => void) => () => void
}

type Environment = Readonly<Record<string, string | undefined>>
/** Absent in Electrons before 34, and on Linux. */
type Theme = {
  readonly shouldUseDarkColorsForSystemIntegratedUI?: boolean
  readonly shouldUseDarkColors: boolean
}

export function systemPanel(platform: string, env: Environment): Panel {
  const theme: Theme = nativeTheme
  return {
    isDark: () =>
      isPanelDark({
        platform,
        desktop: env['XDG_CURRENT_DESKTOP'] ?? '',
        systemIsDark: theme.shouldUseDarkColorsForSystemIntegratedUI ?? theme.shouldUseDarkColors,
      }),
    onChange(changed) {
      nativeTheme.on('updated', changed)
      return () => void nativeTheme.off('updated', changed)
    },
  }
}
