// Owns the sizes, times and version numbers that both ends of a wire must agree on.
// A limit that only one side knows lives in that side's file.

/** The version in every message, session body and link-independent handshake. */
export const PROTOCOL_VERSION = 1

/** Largest WebSocket frame the server takes. An SDP offer with four transceivers is 5 to 8 KB. */
export const MAX_FRAME_BYTES = 64 * 1024
/** Largest signed body, so that body, key, signature and JSON escaping stay below MAX_FRAME_BYTES. */
export const MAX_BODY_CHARS = 24 * 1024
/** Largest message on the ctl channel (no envelope there). */
export const MAX_CTL_CHARS = 24 * 1024
/** Texts of one call that its page keeps; the oldest go. The desktop takes as many, to copy them. */
export const MAX_TEXT_LINES = 500
/** Largest HTTP body of POST /session. */
export const MAX_SESSION_BYTES = 4 * 1024

export const NONCE_LIFE_MS = 60_000
export const TICKET_LIFE_MS = 60_000
/** The longest that a server can ask a client to wait before it tries again. */
export const MAX_RETRY_AFTER_MS = 5 * 60_000

/** A person's own name. Counted in UTF-16 code units, as JavaScript and zod count. */
export const MAX_NAME_CHARS = 100
export const MAX_LINK_CHARS = 512
/** What is said with a decline. */
export const MAX_DECLINE_CHARS = 200

/** How often a client beats, and after how many silent beats it holds the socket for dead. */
export const HEARTBEAT_MS = 5_000
export const HEARTBEATS_MISSED = 3

/** How long the callee rings, and how long the caller waits, for an answer. */
export const RING_MS = 45_000
