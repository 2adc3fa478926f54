// Owns the sharing bar's elements and keeping them as main says. Plain DOM: five elements need no library, and a bar that
// appears while somebody presents must be there at once.
import type { BarPress, ShareShown } from '../../shared/model/share'
import { barWords } from '../../shared/text/en-bar'
import { barContent, type BarContent } from './bar-content'
import { drawIcon, type IconName } from './bar-icons'

export type BarView = {
  readonly element: HTMLElement
  readonly show: (shown: ShareShown | null) => void
  /** Draws how long it has been. */
  readonly tick: () => void
}

type Press = (press: BarPress) => void

export function createBarView(document: Document, press: Press, now: () => number = Date.now): BarView {
  const parts = makeParts(document)
  let shown: ShareShown | null = null
  let pauseOrResume: BarPress = 'pause'
  parts.words.addEventListener('click', () => press('open'))
  parts.swap.addEventListener('click', () => press('switch'))
  parts.pause.addEventListener('click', () => press(pauseOrResume))
  parts.stop.addEventListener('click', () => press('stop'))

  function draw(): void {
    parts.bar.hidden = shown === null
    if (shown === null) return
    const content = barContent(shown, now())
    pauseOrResume = content.pause.press
    fill(parts, content)
  }

  return {
    element: parts.bar,
    show: (next) => {
      shown = next
      draw()
    },
    tick: draw,
  }
}

type Parts = ReturnType<typeof makeParts>

function makeParts(document: Document) {
  const make = <N extends 'div' | 'p' | 'span' | 'button'>(name: N, className: string) => {
    const element = document.createElement(name)
    element.className = className
    return element
  }
  const bar = make('div', 'bar')
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', barWords.label)
  const mark = make('span', 'mark')
  const words = make('button', 'words')
  const [title, line, lead, seen] = [
    make('span', 'title'),
    make('span', 'line'),
    make('span', 'lead'),
    make('span', 'seen'),
  ]
  title.dir = 'auto'
  line.append(lead, seen)
  words.append(title, line)
  const [swap, pause, stop] = [make('button', 'square'), make('button', 'square'), make('button', 'stop')]
  swap.append(drawIcon(document, 'switch'))
  stop.append(drawIcon(document, 'stop'), barWords.stop)
  label(stop, barWords.stopLabel)
  bar.append(mark, words, swap, pause, stop)
  bar.hidden = true
  return { bar, mark, words, title, lead, seen, swap, pause, stop }
}

function fill(parts: Parts, content: BarContent): void {
  const { bar, title, lead, seen, words, swap, pause } = parts
  bar.classList.toggle('is-held', content.isHeld)
  bar.classList.toggle('is-troubled', content.isTroubled)
  setIcon(parts.mark, content.kind)
  setText(title, content.title)
  setText(lead, content.lead)
  setText(seen, content.seen === '' ? '' : `, ${content.seen}`)
  setLabel(words, `${content.whole}\n${barWords.open}`)
  setLabel(swap, content.switchLabel)
  setLabel(pause, content.pause.label)
  setIcon(pause, content.pause.press)
}

// Only what changed is touched: a tooltip that is open stays, and nothing is laid out anew each second.

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

function setLabel(element: HTMLElement, text: string): void {
  if (element.title !== text) label(element, text)
}

function label(element: HTMLElement, text: string): void {
  element.title = text
  element.setAttribute('aria-label', text.replaceAll('\n', ', '))
}

function setIcon(element: HTMLElement, name: IconName): void {
  if (element.dataset['icon'] === name) return
  element.dataset['icon'] = name
  element.replaceChildren(drawIcon(element.ownerDocument, name))
}
