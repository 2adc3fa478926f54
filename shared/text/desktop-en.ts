// Owns the few words that main itself shows: native questions and the menu. Everything in the page is en.ts.

export const desktopEn = {
  appName: 'Parley',
  sharingBar: 'Parley sharing',
  sharingBorder: 'Parley sharing border',
  closeQuestion: {
    message: 'You are in a call.',
    detail: 'Closing Parley hangs up.',
    hangUp: 'Hang up and close',
    stay: 'Stay in the call',
  },
  pageGone: {
    message: 'This window stopped working twice.',
    detail: 'Nobody can ring you until it is loaded again. Your contacts and settings are safe.',
    reload: 'Load again',
    quit: 'Quit Parley',
  },
  menu: {
    app: 'Parley',
    file: 'File',
    edit: 'Edit',
    close: 'Close window',
    quit: 'Quit Parley',
    develop: 'Develop',
  },
} as const
