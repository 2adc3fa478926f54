// Owns the sharing bar's elements and keeping them as main says. Plain DOM: five elements need no library, and a bar that
// appears while somebody presents must be there at once.
import type { BarPress, BarShown } from '../../shared/model/share'
import { barWords } from '../../shared/text/en-bar'
import { barContent, type BarContent } from './bar-content'
import { drawIcon, type IconName } from './bar-icons'

export type BarView = {
  readonly element: HTMLElement
  readonly show: (shown: BarShown | null) => void
  /** Draws how long it has been. */
  readonly tick: () => void
}

type Press = (press: BarPress) => void

export function createBarView(document: Document, press: Press, now: () => number = Date.now): BarView {
  const parts = makeParts(document)
  let shown: BarShown | null = null
  let pauseOrResume: BarPress = 'pause'
  parts.words.addEventListener('click', () => press('open'))
  parts.swap.addEventListener('click', () => press('switch'))
  parts.pause.addEventListener('click', () => press(pauseOrResume))
  parts.goOn.addEventListener('click', () => press('go-on'))
  parts.stop.addEventListener('click', () => press('stop'))

  function draw(): void {
    parts.bar.hidden = shown === null
    if (shown === null) return
    const content = barContent(shown, now())
    if (content.acts.is === 'switch-and-pause') pauseOrResume = content.acts.pause.press
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
  const [swap, pause] = [make('button', 'square'), make('button', 'square')]
  const [goOn, stop] = [make('button', 'go-on'), make('button', 'stop')]
  swap.append(drawIcon(document, 'switch'))
  goOn.append(barWords.goOn)
  stop.append(drawIcon(document, 'stop'), barWords.stop)
  label(stop, barWords.stopLabel)
  bar.append(mark, words, swap, pause, goOn, stop)
  bar.hidden = true
  return { bar, mark, words, title, lead, seen, swap, pause, goOn, stop }
}

function fill(parts: Parts, content: BarContent): void {
  const { bar, title, lead, seen, words } = parts
  bar.classList.toggle('is-held', content.isHeld)
  bar.classList.toggle('is-troubled', content.isTroubled)
  setMark(parts.mark, content)
  setText(title, content.title)
  setText(lead, content.lead)
  setText(seen, content.seen === '' ? '' : `, ${content.seen}`)
  setLabel(words, `${content.whole}\n${barWords.open}`)
  fillActs(parts, content.acts)
}

function fillActs({ swap, pause, goOn }: Parts, acts: BarContent['acts']): void {
  swap.hidden = acts.is === 'go-on'
  pause.hidden = acts.is !== 'switch-and-pause'
  goOn.hidden = acts.is !== 'go-on'
  if (acts.is === 'go-on') setLabel(goOn, acts.goOnLabel)
  else setLabel(swap, acts.switchLabel)
  if (acts.is !== 'switch-and-pause') return
  setLabel(pause, acts.pause.label)
  setIcon(pause, acts.pause.press)
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

function setMark(mark: HTMLElement, { icon, kind }: BarContent): void {
  if (icon === null) return setIcon(mark, kind)
  const shown = mark.firstElementChild
  if (shown instanceof HTMLImageElement && shown.src === icon) return
  delete mark.dataset['icon']
  const image = mark.ownerDocument.createElement('img')
  image.src = icon
  image.alt = ''
  mark.replaceChildren(image)
}

function setIcon(element: HTMLElement, name: IconName): void {
  if (element.dataset['icon'] === name) return
  element.dataset['icon'] = name
  element.replaceChildren(drawIcon(element.ownerDocument, name))
}
