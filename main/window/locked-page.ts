// Owns what every page of ours may not do, whatever its window is for: the one place to look at for it.
export const LOCKED_PAGE = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const

/** For a page that rings or talks while its window is hidden. */
export const AWAKE_PAGE = {
  // The heartbeat and the ping on ctl must go on, and a ring looks after its sound.
  backgroundThrottling: false,
  // It rings without anybody having clicked.
  autoplayPolicy: 'no-user-gesture-required',
} as const
