// Owns telling whether a message that can't be read comes from the other side of a call all the same. Pure.
import type { SocketOrigin } from '../../rtc/courier-inbox'
import type { CallSession } from './call-session'

/** Only our server lets nobody send under another's id. */
export function provenSender(
  session: CallSession | null,
  { signalling, peerId }: SocketOrigin,
): CallSession | null {
  const socket = session?.socket()
  const isTheirs = socket?.signalling === signalling && socket.peerId === peerId
  return signalling.kind === 'own' && isTheirs ? session : null
}
