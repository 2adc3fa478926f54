// Owns why a question on D-Bus had no answer, from the error's name. Pure.
// https://dbus.freedesktop.org/doc/api/html/group__DBusProtocol.html

/** `gone`: whoever was asked left before answering. `nobody`: there is nobody of that name, nor can one be started. */
export type BusTrouble = 'no-bus' | 'no-answer' | 'gone' | 'nobody' | 'refused'

const ERROR = 'org.freedesktop.DBus.Error.'
const TROUBLE_OF: ReadonlyMap<string, BusTrouble> = new Map([
  [`${ERROR}ServiceUnknown`, 'nobody'],
  [`${ERROR}NameHasNoOwner`, 'nobody'],
  [`${ERROR}NoReply`, 'gone'],
  [`${ERROR}Timeout`, 'no-answer'],
  [`${ERROR}TimedOut`, 'no-answer'],
  [`${ERROR}Disconnected`, 'no-bus'],
])

export function troubleOf(errorName: string): BusTrouble {
  // One that is installed but doesn't start: Spawn.ExecFailed, Spawn.ServiceNotFound and others.
  if (errorName.startsWith(`${ERROR}Spawn.`)) return 'nobody'
  return TROUBLE_OF.get(errorName) ?? 'refused'
}
