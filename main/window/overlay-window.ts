// Owns what the windows that lie over others have in common: no frame, never in the task bar, never with the keyboard.
export const OVERLAY = {
  show: false,
  frame: false,
  resizable: false,
  minimizable: false,
  maximizable: false,
  fullscreenable: false,
  skipTaskbar: true,
  // On X11 this also keeps window managers from placing and covering them.
  focusable: false,
} as const
