// Owns the start of the sharing bar's page: what main says is drawn, what is pressed is told. Nothing of the app is loaded.
import { electronDesktop } from '../platform/desktop'
import { createBarView } from './bar-view'
import { dragWindow } from './drag-window'
import './sharebar.css'

const TICK_MS = 1000

function start(): void {
  const desktop = electronDesktop()
  if (!desktop) return // opened in a browser by hand: there is nothing to show
  const view = createBarView(document, (press) => void desktop.call('bar.press', { press }))
  document.body.append(view.element)
  dragWindow(window, view.element)
  new ResizeObserver(() => {
    const heightPx = Math.ceil(view.element.offsetHeight)
    if (heightPx > 0) void desktop.call('bar.fit', { heightPx })
  }).observe(view.element)
  desktop.on('bar.changed', view.show)
  void desktop.call('bar.read').then((answer) => answer.ok && view.show(answer.value))
  window.setInterval(() => view.tick(), TICK_MS)
}

start()
