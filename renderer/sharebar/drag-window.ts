// Owns dragging the bar's window by its page. Not by `app-region`: X11's window managers don't move a window that never takes
// the keyboard, and such a region would swallow the pointer. Main decides how far it may go.

/** Less is a press that trembled. */
const THRESHOLD_PX = 4

type Grip = { readonly pointer: number; readonly x: number; readonly y: number; moved: boolean }

export function dragWindow(host: Window, element: HTMLElement): void {
  let grip: Grip | null = null

  element.addEventListener('pointerdown', (event) => {
    if (event.button === 0)
      grip = { pointer: event.pointerId, x: event.clientX, y: event.clientY, moved: false }
  })
  element.addEventListener('pointermove', (event) => {
    if (grip?.pointer !== event.pointerId) return
    const far = Math.hypot(event.clientX - grip.x, event.clientY - grip.y) >= THRESHOLD_PX
    if (!grip.moved && !far) return
    if (!grip.moved) element.setPointerCapture(event.pointerId)
    grip.moved = true
    host.moveTo(event.screenX - grip.x, event.screenY - grip.y)
  })
  const letGo = (): void => {
    grip = null
  }
  element.addEventListener('pointerup', letGo)
  element.addEventListener('pointercancel', letGo)
}
