// Owns the words of being rung. Apart from en-call.ts, because the ring window's page is its own and small.

export const incomingWords = {
  withVideo: 'is calling with video',
  withSound: 'is calling with sound',
  contact: 'In your contacts.',
  stranger: 'Not in your contacts.',
  safe: 'Camera and microphone stay off until you accept.',
  decline: 'Decline',
  message: 'Message instead',
  /** Above the three messages. */
  messageTitle: (name: string) => `Decline, and tell ${name}`,
  back: 'Back',
  /** What one can say, unless the user has written words of their own. */
  messages: ["I'll call you back", "I can't talk right now", 'Write to me instead'],
  notNamesake: (name: string) => `Not the ${name} in your contacts.`,
  acceptSound: 'Accept with sound',
  acceptVideo: 'Accept with video',
  silenced: 'Tone is off. It still rings at the other side.',
  announce: (name: string, video: boolean) => `${name} is calling with ${video ? 'video' : 'sound'}`,
}
