// Owns dragging the bar's window by its page. Not by `app-region`: X11's window managers don't move a window that never takes
// the keyboard, and such a region would swallow the pointer. Main decides how far it may go; Chromium stops a hundred
// pixels above the bottom already.

/** Less is a press that trembled. */
const THRESHOLD_PX = 4

type Grip = { readonly pointer: number; readonly x: number; readonly y: number; moved: boolean }

/** `element` fills the window. Heard on the window, because a quick pointer is outside before the first move is heard. */
export function dragWindow(host: Window, element: HTMLElement): void {
  let grip: Grip | null = null

  element.addEventListener('pointerdown', (event) => {
    if (event.button === 0)
      grip = { pointer: event.pointerId, x: event.clientX, y: event.clientY, moved: false }
  })
  host.addEventListener('pointermove', (event) => {
    if (grip?.pointer !== event.pointerId) return
    const isFar = Math.hypot(event.clientX - grip.x, event.clientY - grip.y) >= THRESHOLD_PX
    if (!grip.moved && !isFar) return
    // From now on the pointer is the bar's, so that letting go over a button presses nothing.
    if (!grip.moved) element.setPointerCapture(event.pointerId)
    grip.moved = true
    host.moveTo(event.screenX - grip.x, event.screenY - grip.y)
  })
  const letGo = (): void => {
    grip = null
  }
  host.addEventListener('pointerup', letGo)
  host.addEventListener('pointercancel', letGo)
}
