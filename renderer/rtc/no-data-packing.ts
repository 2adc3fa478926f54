// Owns what PeerJS asks of its packer of data connections, of which we open none, and which no message of a server can open:
// peer-frames.ts passes on media connections only. build/renderer-aliases.ts puts this file in its place.
function refuse(): never {
  throw new Error('there are no data connections')
}

export const pack = refuse
export const unpack = refuse
