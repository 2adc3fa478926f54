// Owns what may be downloaded: files that our page made itself, such as exported contacts. Nothing that a server offers.

export function mayDownload(url: string, devServer: string | null): boolean {
  if (url.startsWith('blob:app://parley/')) return true
  return devServer !== null && url.startsWith(`blob:${new URL(devServer).origin}/`)
}
