// Owns the words for what a viewer sees of a share, as the presenter reads them in the app and in the sharing bar.

const nb = '\u00a0'

/** "Ben sees 1280 × 720, 12 fps". */
export function seenWords(
  viewer: string,
  { width, height, fps }: { readonly width: number; readonly height: number; readonly fps: number },
): string {
  return `${viewer} sees ${width}${nb}×${nb}${height}, ${Math.round(fps)}${nb}fps`
}
