// Owns reading the windows on the X server as a desktop's task bar does: what each says it belongs to, and its icon.
import { must } from './system-install'

export interface DesktopWindow {
  /** The second word of WM_CLASS, by which a desktop finds the entry. */
  readonly wmClass: string
  /** Pixels of its largest picture's side; null: the desktop shows none, or its own. */
  readonly iconPx: number | null
}

/** Of all programs; none where no window manager lists them. */
export async function windowsOnScreen(): Promise<readonly DesktopWindow[]> {
  const listed = await must(['xprop', '-root', '_NET_CLIENT_LIST'])
  const windows: DesktopWindow[] = []
  for (const [id] of listed.matchAll(/0x[0-9a-f]+/g)) {
    // A window may be gone by now.
    const facts = await must(['xprop', '-id', id, '-notype', 'WM_CLASS', '32c', '_NET_WM_ICON']).catch(
      () => '',
    )
    if (facts !== '') windows.push({ wmClass: classOf(facts), iconPx: iconOf(facts) })
  }
  return windows
}

const classOf = (facts: string): string => /WM_CLASS = ".*", "(.*)"/.exec(facts)?.[1] ?? ''

/** https://specifications.freedesktop.org/wm-spec/latest/: width, height, and their pixels, one picture after another. */
function iconOf(facts: string): number | null {
  const numbers = (/_NET_WM_ICON = ([\d, ]+)/.exec(facts)?.[1] ?? '').split(', ').map(Number)
  let largest: number | null = null
  for (let at = 0; at + 1 < numbers.length;) {
    const [width = 0, height = 0] = numbers.slice(at, at + 2)
    largest = Math.max(largest ?? 0, width)
    at += 2 + width * height
  }
  return largest
}
