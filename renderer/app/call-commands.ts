// Owns handing the screens' wishes to the call controller, which is there only once the identity is.
import type { CallController } from '../features/calls/call-control'
import type { CallCommands } from '../features/calls/calls-store'

export function callCommands(calls: () => CallController | null): CallCommands {
  const commands = (): CallCommands | undefined => calls()?.commands
  return {
    place: (target, video) => commands()?.place(target, video) ?? '',
    accept: (callId, video) => commands()?.accept(callId, video),
    decline: (callId, message) => commands()?.decline(callId, message),
    hangUp: (callId) => commands()?.hangUp(callId),
    setMicrophone: (callId, on) => commands()?.setMicrophone(callId, on),
    setCamera: (callId, on) => commands()?.setCamera(callId, on),
    dismiss: (callId) => commands()?.dismiss(callId),
  }
}
