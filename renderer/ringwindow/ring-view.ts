// Owns the ring window's elements and keeping them as main says. Plain DOM: it must be there at once, on a busy machine.
import type { RingShown } from '../../shared/model/ring'
import { incomingWords } from '../../shared/text/en-incoming'
import { ringWindowWords } from '../../shared/text/en-ring-window'
import { ringContent, type RingContent } from './ring-content'
import { drawRingIcon, type RingIcon } from './ring-icons'
import type { RingPress } from './ring-press'

export type RingView = {
  readonly element: HTMLElement
  readonly show: (shown: RingShown, isChoosing: boolean) => void
  readonly clear: () => void
  /** On a group, not on a button: a stray Space or Enter must neither accept nor decline. */
  readonly focus: () => void
}

export type Shortcuts = Readonly<Record<'acceptVideo' | 'acceptSound' | 'decline' | 'declineMessage', string>>
type Press = (press: RingPress) => void

export function createRingView(document: Document, press: Press, keys: Shortcuts): RingView {
  const parts = makeParts(document, press, keys)
  let isChoosing = false
  return {
    element: parts.window,
    show(shown, choosing) {
      isChoosing = choosing
      fill(parts, ringContent(shown))
      parts.answers.hidden = choosing
      parts.messages.hidden = !choosing
      parts.window.hidden = false
    },
    clear() {
      parts.window.hidden = true
      parts.announced.textContent = ''
    },
    focus: () => (isChoosing ? parts.messages : parts.window).focus({ preventScroll: true }),
  }
}

type Parts = ReturnType<typeof makeParts>

function makeParts(document: Document, press: Press, keys: Shortcuts) {
  const makes = makers(document, press)
  const { make, button } = makes
  const window = make('div', 'ringwin')
  const [top, who] = [make('div', 'top'), make('div', 'who')]
  const [sign, name, how, known] = [make('span', 'avatar'), make('h1', 'clip'), make('p'), make('p')]
  sign.ariaHidden = 'true'
  const nameText = make('bdi')
  name.append(nameText)
  name.id = 'name'
  how.id = 'how'
  known.id = 'known'
  who.append(name, how, known)
  const silence = button({ className: 'square', icon: 'silence', press: { is: 'silence' } })
  silence.title = ringWindowWords.silence
  silence.ariaLabel = ringWindowWords.silence
  top.append(sign, who, silence)
  const note = make('p', 'note')
  const announced = make('p', 'sr')
  announced.setAttribute('role', 'alert')

  const { answers, acceptVideo, acceptSound } = makeAnswers(makes, keys)
  const messages = make('div', 'messages')
  const [title, list] = [make('h2'), make('div', 'list')]
  title.id = 'messages-title'
  const back = button({ className: 'ghost', icon: 'back', press: { is: 'back' }, words: incomingWords.back })
  messages.append(title, list, back)
  label(messages, { role: 'group', by: title.id })
  label(window, { role: 'alertdialog', by: name.id, describedBy: `${how.id} ${known.id}` })

  window.append(top, note, answers, messages, announced)
  window.hidden = true
  return {
    ...{ window, sign, name, nameText, how, known, silence, note, announced },
    ...{ answers, acceptVideo, acceptSound, messages, title, list },
    makeMessage: (words: string) => {
      const made = button({ press: { is: 'decline', message: words }, words })
      made.title = words
      return made
    },
  }
}

function makeAnswers({ make, button }: Makers, keys: Shortcuts) {
  const answers = make('div', 'answers')
  const acceptVideo = button({ icon: 'video', press: { is: 'accept', video: true }, keys: keys.acceptVideo })
  const acceptSound = button({ icon: 'phone', press: { is: 'accept', video: false }, keys: keys.acceptSound })
  const decline = button({
    ...{ className: 'danger-soft', icon: 'decline', press: { is: 'decline' }, keys: keys.decline },
    words: ringWindowWords.decline,
  })
  const message = button({
    ...{ className: 'ghost', icon: 'message', press: { is: 'choose-message' }, keys: keys.declineMessage },
    words: ringWindowWords.declineMessage,
  })
  answers.append(acceptVideo, acceptSound, decline, message)
  return { answers, acceptVideo, acceptSound }
}

type ButtonOptions = {
  readonly className?: string
  readonly icon?: RingIcon
  readonly words?: string
  readonly keys?: string
  readonly press: RingPress
}

type Makers = ReturnType<typeof makers>

function makers(document: Document, press: Press) {
  const make = <N extends 'div' | 'p' | 'span' | 'button' | 'h1' | 'h2' | 'bdi'>(tag: N, className = '') => {
    const element = document.createElement(tag)
    if (className !== '') element.className = className
    return element
  }
  const button = (options: ButtonOptions): HTMLButtonElement => {
    const made = make('button', `btn ${options.className ?? ''}`.trim())
    made.type = 'button'
    if (options.icon) made.append(drawRingIcon(document, options.icon))
    if (options.keys !== undefined) made.setAttribute('aria-keyshortcuts', options.keys)
    const words = make('bdi', 'words')
    words.textContent = options.words ?? ''
    if (options.icon !== 'silence') made.append(words)
    // The second click of a double one was meant for what was there before.
    made.addEventListener('click', ({ detail }) => {
      if (detail < 2) press(options.press)
    })
    return made
  }
  return { make, button }
}

type Label = { readonly role: string; readonly by: string; readonly describedBy?: string }

function label(element: HTMLElement, { role, by, describedBy }: Label): void {
  element.tabIndex = -1
  element.setAttribute('role', role)
  element.setAttribute('aria-labelledby', by)
  if (describedBy !== undefined) element.setAttribute('aria-describedby', describedBy)
}

function fill(parts: Parts, content: RingContent): void {
  setText(parts.nameText, content.name)
  parts.name.title = content.name
  setText(parts.how, content.how)
  setLine(parts.known, content.who)
  parts.known.classList.toggle('warning', content.isNotWhoItSeems)
  setSign(parts.sign, content)
  setLine(parts.note, content.note)
  parts.silence.hidden = !content.canSilence
  setWords(parts.acceptVideo, content.acceptVideo)
  setWords(parts.acceptSound, content.acceptSound)
  parts.acceptVideo.classList.toggle('primary', content.isVideo)
  parts.acceptSound.classList.toggle('primary', !content.isVideo)
  setText(parts.title, content.messagesTitle)
  setMessages(parts, content.messages)
  setText(parts.announced, content.announcement)
}

// Only what changed is touched: a tooltip that is open stays, and nothing is announced twice.

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

function setLine(element: HTMLElement, text: string): void {
  setText(element, text)
  element.hidden = text === ''
}

function setWords(button: HTMLElement, words: string): void {
  const element = button.querySelector<HTMLElement>('.words')
  if (element) setText(element, words)
}

function setMessages({ list, makeMessage }: Parts, messages: readonly string[]): void {
  const shown = [...list.children].map((child) => child.textContent)
  if (shown.length === messages.length && shown.every((words, at) => words === messages[at])) return
  list.replaceChildren(...messages.map(makeMessage))
}

function setSign(sign: HTMLElement, { picture, initials, tint }: RingContent): void {
  sign.className = `avatar p${String(tint)}`
  if (picture === null) return setText(sign, initials)
  const url = `data:image/jpeg;base64,${picture}`
  const shown = sign.firstElementChild
  if (shown instanceof HTMLImageElement && shown.src === url) return
  const image = sign.ownerDocument.createElement('img')
  image.alt = ''
  image.draggable = false
  image.addEventListener('error', () => setText(sign, initials), { once: true })
  image.src = url
  sign.replaceChildren(image)
}
