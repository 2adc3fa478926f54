// Owns what PeerJS asks of webrtc-adapter: which browser this is. The adapter itself mends nothing in the browsers that we
// support, wraps functions of the connection that our gate wraps as well, and would be 13 KB before the first screen.
// build/renderer-aliases.ts puts this file in its place.
const version = Number(/Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 0)

// eslint-disable-next-line no-restricted-exports -- PeerJS imports the default
export default { browserDetails: { browser: 'chrome', version } }
