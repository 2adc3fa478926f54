// Owns what the address of a STUN or TURN server needs beside its spelling.

/** To a port that can't be the server would fail to connect, and a page to make a connection at all. */
export const hasUsablePort = (url: string): boolean => {
  const port = /:(\d+)(?:\?|$)/.exec(url)?.[1]
  return port === undefined || (Number(port) >= 1 && Number(port) <= 65_535)
}
