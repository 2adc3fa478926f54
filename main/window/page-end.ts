// Owns the ways in which the main window's page goes.

/** Its process died, and it is to be loaded again; another is loaded in its place; or for good. */
export type PageEnd = 'lost' | 'loads' | 'left'
