// Owns the autostart entry of Linux desktops: writing it, and what one that is there says. Pure.
// https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
import type { LoginState } from '../../shared/model/login'

const GROUP = '[Desktop Entry]'

export function desktopEntry(command: readonly string[], name: string): string {
  const lines = [
    GROUP,
    'Type=Application',
    'Version=1.0',
    `Name=${stringValue(name)}`,
    `Exec=${execValue(command)}`,
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
  ]
  return `${lines.join('\n')}\n`
}

/** Each word in quotation marks: inside them only four characters are special. A per cent sign would begin a field code. */
export const execValue = (command: readonly string[]): string =>
  stringValue(command.map((word) => `"${word.replace(/[\\"`$]/g, '\\$&').replace(/%/g, '%%')}"`).join(' '))

/** The file's own escapes, which every value has, also one that is quoted. */
const stringValue = (value: string): string =>
  value
    .replace(/\\/g, '\\\\')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/^ /, '\\s')

/** What this entry does as the session begins, where `command` is what it should start. */
export function stateOfEntry(text: string, command: readonly string[]): LoginState {
  const values = valuesOf(text)
  // Either is how the desktops' own lists switch an entry off.
  if (values.get('Hidden') === 'true' || values.get('X-GNOME-Autostart-enabled') === 'false')
    return { is: 'off', why: 'switched-off-outside' }
  // Another copy of Parley, or an older one that was moved.
  if (values.get('Exec') !== execValue(command)) return { is: 'off', why: 'starts-another' }
  return { is: 'on' }
}

/** Of the entry's main group; of two lines of one name the last counts. */
function valuesOf(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  let inGroup = false
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('[')) inGroup = line.trim() === GROUP
    const [, key, value] = /^([A-Za-z0-9-]+)\s*=\s*(.*)$/.exec(line) ?? []
    if (inGroup && key !== undefined && value !== undefined) values.set(key, value.trimEnd())
  }
  return values
}
