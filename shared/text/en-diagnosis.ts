// Owns what is said of a bad connection: what is wrong, whose side it seems to be on, and what to do. Loaded when it is needed.

export const diagnosisWords = {
  'my-upload': () =>
    'Your upload seems weak: what you send arrives with gaps. Turn your camera off, or move closer to the Wi-Fi.',
  'my-download': () =>
    'Your download seems weak: what you receive has gaps. Pause other downloads, or move closer to the Wi-Fi.',
  'my-line': () => 'Your connection seems weak. Move closer to the Wi-Fi, or use a cable.',
  'my-computer': () =>
    "Your computer is busy, so your picture is smaller than it could be. Close programs that you don't need.",
  'their-upload': (name: string) => `${name}'s upload seems weak. Ask ${name} to turn the camera off.`,
  'their-download': (name: string) =>
    `${name}'s download seems weak. Turn your camera off, so that your voice gets through.`,
  'their-line': (name: string) =>
    `${name}'s connection seems weak. Ask ${name} to move closer to the Wi-Fi, or to use a cable.`,
  'their-computer': (name: string) =>
    `${name}'s computer is busy, so the picture is smaller. Ask ${name} to close other programs.`,
  between: () =>
    'Both connections seem well, and the way between them is not. Turn your camera off until it is better.',
  relayed: () =>
    'Both connections seem well, and the call goes through a relay that is slow. Call again later, or use a server with another relay.',
  unknown: () =>
    "Sound and picture get lost or late on the way; where can't be told from here. Turn your camera off, so that your voice gets through.",
}
