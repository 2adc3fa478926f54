// Owns the words of sharing a window or screen: what is said while it is shared, and why it isn't, by key. Joined into one
// table by en.ts. Picking it is en-picker.ts.

type Kind = 'screen' | 'window'

export const shareWords = {
  share: {
    open: 'Share a window or screen',
    switch: 'Switch to another window or screen',
    stop: 'Stop sharing',
    /** Where a title is empty. */
    untitled: {
      screen: 'Screen',
      window: 'Window without a title',
      // Chosen in the system's or the browser's own dialogue, which tells no title.
      'chosen-screen': 'The screen you chose',
      'chosen-window': 'The window you chose',
      'chosen-tab': 'The tab you chose',
    } satisfies Record<Kind | `chosen-${Kind | 'tab'}`, string>,
    openSettings: 'Open settings',
    failed: (why: string) => `Nothing is shared. ${why}`,
    announce: {
      sharing: (title: string) => `You are sharing “${title}”`,
      stopped: 'Sharing stopped',
      closed: 'The window was closed. Sharing ended.',
      lost: (title: string) => `“${title}” was closed, so sharing stands still`,
      live: (name: string) => `${name} sees it live again`,
    },
  },
  presenting: {
    label: 'Your share',
    shown: (title: string) => `What you share: ${title}`,
    duration: 'Shared for',
    underWay: (name: string) => `On its way to ${name}`,
    lastPicture: (name: string) => `${name} sees the last picture`,
    held: {
      paused: 'Paused',
      minimised: 'Minimised',
      'other-desktop': 'On another desktop',
      hidden: 'Minimised or on another desktop',
      locked: 'Screen locked',
    },
    heldAnd: (held: string, what: string) => `${held}: ${what}`,
    trouble: {
      blurred: 'Small text may look blurred.',
      stutters: 'It stops now and then.',
      slow: 'Few frames get through.',
      stuck: 'No new picture gets through.',
    },
    remedies: {
      'text-mode': 'Sharpen text',
      'lower-resolution': 'Lower resolution',
      'choose-window': 'Share one window',
    },
    pause: 'Pause',
    pauseLong: 'Pause: the last picture stays',
    goOn: 'Go on',
    goOnLong: 'Go on showing it live',
    switch: 'Switch',
    stop: 'Stop',
    lost: 'It was closed.',
    stillSees: (name: string) => `${name} sees its last picture.`,
    again: 'Share it again',
    cameBack: 'It is open again.',
    /** Another window of the same program, after its title. */
    otherOpened: (title: string) => `“${title}” is open now.`,
    againOther: 'Share this one',
    /** A program that opens the window anew within this time can be gone on with. */
    waits: (time: string) => `If it is opened again within ${time}, one press goes on.`,
    endsIn: (time: string) => `Sharing ends in ${time}.`,
    withSound: 'with sound',
  },
}
