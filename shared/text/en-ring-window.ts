// Owns the words of the ring window that the app doesn't have where it rings. Apart from en.ts, because its page is small.

export const ringWindowWords = {
  unnamed: 'Somebody without a name',
  /** Inside a sentence. */
  them: 'them',
  acceptVideo: 'Accept with picture',
  acceptSound: 'Accept sound only',
  endAndAcceptVideo: 'End and accept with picture',
  endAndAcceptSound: 'End and accept sound only',
  decline: 'Decline',
  declineMessage: 'Decline with message',
  inCall: 'Accepting ends the call that is on.',
  silence: 'Switch the tone off',
  test: 'rings as a call would',
  testNote: 'Nobody is calling. Any answer ends it.',
  testAnnounce: 'Your own test rings. Nobody is calling.',
} as const
