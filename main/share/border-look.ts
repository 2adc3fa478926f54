// Owns how the border looks, however it is drawn.

/** Pine, `--accent`: "this is on". */
export const BORDER_COLOUR = '#0d6a56'
/** In a screen's picture it is seen by the viewer too (Linux), so no more than is needed to be noticed. */
export const BORDER_THICKNESS = 3
