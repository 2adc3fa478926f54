// Owns the names of the properties that we read and write. What they mean: ICCCM 4.1 and
// https://specifications.freedesktop.org/wm-spec/latest/

export const X11_ATOMS = [
  'WM_CLASS',
  'WM_NAME',
  'WM_STATE',
  'UTF8_STRING',
  'ATOM',
  'STRING',
  '_GTK_FRAME_EXTENTS',
  '_NET_ACTIVE_WINDOW',
  '_NET_CLIENT_LIST',
  '_NET_CLIENT_LIST_STACKING',
  '_NET_CURRENT_DESKTOP',
  '_NET_FRAME_EXTENTS',
  '_NET_WM_DESKTOP',
  '_NET_WM_NAME',
  '_NET_WM_STATE',
  '_NET_WM_STATE_HIDDEN',
  '_NET_WM_WINDOW_TYPE',
  '_NET_WM_WINDOW_TYPE_NORMAL',
  '_NET_WM_WINDOW_TYPE_NOTIFICATION',
] as const

export type X11Atom = (typeof X11_ATOMS)[number]
