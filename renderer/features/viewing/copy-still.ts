// Owns copying the picture as it is now to the clipboard: a PNG of every decoded pixel, whatever the zoom.

export type CopyOutcome =
  { readonly is: 'copied'; readonly width: number; readonly height: number } | { readonly is: 'failed' }

export async function copyStill(video: HTMLVideoElement): Promise<CopyOutcome> {
  const { videoWidth: width, videoHeight: height } = video
  if (width === 0 || height === 0) return { is: 'failed' }
  try {
    // The promise goes in at once, since a browser allows it only within the press.
    const item = new ClipboardItem({ 'image/png': pngOf(video, width, height) })
    await navigator.clipboard.write([item])
    return { is: 'copied', width, height }
  } catch {
    return { is: 'failed' } // the window isn't in front, the browser's person said no, or there is no memory for it
  }
}

function pngOf(video: HTMLVideoElement, width: number, height: number): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')?.drawImage(video, 0, 0, width, height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG was made'))), 'image/png')
  })
}
