// Owns what the gallery page offers to photographers: scenarios one after another in the same page.

export interface GalleryWindow {
  /** By a scenario's name; drawn with a client of its own once this resolves; its late parts may still load. */
  readonly show: (name: string) => Promise<void>
  /** Ends what is shown and makes the page as it was. Resolves with what the scenario left behind, in words. */
  readonly clear: () => Promise<readonly string[]>
}
