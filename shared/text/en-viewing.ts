// Owns the words of viewing what the other side shows, by key. Joined into one table by en.ts.

const nb = '\u00a0'

export const viewingWords = {
  viewing: {
    shares: (name: string, what: string) => `${name} shares ${what}`,
    quoted: (title: string) => `“${title}”`,
    /** What is shared has no title. */
    kinds: { screen: 'their screen', window: 'a window' },
    picture: (name: string, what: string) => `What ${name} shows: ${what}`,
    area: (name: string) =>
      `What ${name} shows. Wheel or plus and minus zoom, 0 fits it in, 1 shows it in full size, arrow keys move it.`,
    coming: (name: string) => `The picture from ${name} is on its way`,
    held: {
      paused: (name: string) => `Paused by ${name}`,
      minimised: (name: string) => `Minimised by ${name}`,
      'other-desktop': (name: string) => `${name} moved it to another desktop`,
      hidden: (name: string) => `Hidden by ${name}`,
      locked: (name: string) => `${name}'s screen is locked`,
    },
    closed: (name: string) => `${name}'s window was closed`,
    reconnecting: 'The last picture stays until the connection is back',
    zoom: 'Zoom',
    larger: 'Larger',
    smaller: 'Smaller',
    fit: 'Fit',
    percent: (percent: number) => `${percent}${nb}%`,
    toFit: (shown: string) => `Zoom is ${shown}. Fit to window`,
    toFull: (shown: string) => `Zoom is ${shown}. Show full size`,
    copyStill: 'Copy a still',
    copied: (width: number, height: number) => `Copied, ${width}${nb}×${nb}${height}`,
    copyFailed: "The still couldn't be copied. Press “Copy a still” again while this window is in front.",
    makeCameraLarge: (name: string) => `Show ${name}'s camera large`,
    makeShareLarge: (what: string) => `Show ${what} large`,
    announce: {
      ended: (name: string) => `${name} stopped sharing`,
      closed: 'The window was closed. Sharing ended.',
      live: (name: string) => `${name}'s picture is live again`,
    },
  },
}
