// Owns the windows and screens that the gallery's picker lists. Invented, as are their pictures.
import type { ShareSource } from '../../shared/model/share'
import type { SourceList } from '../features/share/share-store'
import appBrowser from './windows/app-browser.svg'
import appEditor from './windows/app-editor.svg'
import appLetter from './windows/app-letter.svg'
import appPdf from './windows/app-pdf.svg'
import appPhotos from './windows/app-photos.svg'
import appSheet from './windows/app-sheet.svg'
import appSlides from './windows/app-slides.svg'
import appTerminal from './windows/app-terminal.svg'
import browser from './windows/browser.svg'
import editor from './windows/editor.svg'
import letter from './windows/letter.svg'
import photos from './windows/photos.svg'
import plan from './windows/plan.svg'
import screen1 from './windows/screen1.svg'
import screen2 from './windows/screen2.svg'
import sheet from './windows/sheet.svg'
import slides from './windows/slides.svg'
import terminal from './windows/terminal.svg'

interface Look {
  readonly program: string
  readonly icon: string
  readonly thumbnail: string
}

const CALC: Look = { program: 'LibreOffice Calc', icon: appSheet, thumbnail: sheet }
const VIEWER: Look = { program: 'Document viewer', icon: appPdf, thumbnail: plan }
const FIREFOX: Look = { program: 'Firefox', icon: appBrowser, thumbnail: browser }
const EDITOR: Look = { program: 'Text editor', icon: appEditor, thumbnail: editor }
const SLIDES: Look = { program: 'LibreOffice Impress', icon: appSlides, thumbnail: slides }
const WRITER: Look = { program: 'LibreOffice Writer', icon: appLetter, thumbnail: letter }
const TERMINAL: Look = { program: 'Terminal', icon: appTerminal, thumbnail: terminal }
const PHOTOS: Look = { program: 'Photos', icon: appPhotos, thumbnail: photos }

const ALL = [CALC, VIEWER, FIREFOX, EDITOR, SLIDES, WRITER, TERMINAL, PHOTOS]

let count = 0

function windowOf(look: Look, title: string): ShareSource {
  count += 1
  return {
    id: `window:${count}:0`,
    kind: 'window',
    title,
    group: look.program,
    thumbnailFailed: false,
    ...look,
  }
}

function screenOf(title: string, thumbnail: string): ShareSource {
  count += 1
  const nothing = { program: null, group: '', icon: null, thumbnailFailed: false }
  return { id: `screen:${count}:0`, kind: 'screen', title, thumbnail, ...nothing }
}

export const BUDGET = windowOf(CALC, 'Budget 2027.ods')
export const SCREEN = screenOf('Screen 1', screen1)
const SCREENS = [SCREEN, screenOf('Screen 2', screen2)]

export const LATELY = ['Budget 2027.ods', 'Kitchen plan, second draft.pdf']

const WINDOWS: readonly ShareSource[] = [
  windowOf(VIEWER, 'Kitchen plan, second draft.pdf'),
  BUDGET,
  ...['Lisbon to Porto', 'Tide tables', 'Inbox (4)', 'Heat pumps compared'].map((title) =>
    windowOf(FIREFOX, title),
  ),
  windowOf(EDITOR, 'call-ben.ts, notes'),
  windowOf(SLIDES, 'Heat pump, co-op meeting in November'),
  windowOf(WRITER, 'Water off on Monday'),
  windowOf(TERMINAL, 'ana@desk: ~/garden'),
  windowOf(PHOTOS, 'Photos, Porto'),
]

const list = (windows: readonly ShareSource[], left = 0): SourceList => ({
  is: 'listed',
  sources: [...SCREENS, ...windows],
  left,
})

export const LISTED = list(WINDOWS)
export const NO_WINDOWS = list([])
export const WITHOUT_BUDGET = list(WINDOWS.filter(({ id }) => id !== BUDGET.id))

/** Names are there; pictures come, or don't. */
export const EARLY = list(
  WINDOWS.map((source, at) => ({
    ...source,
    thumbnail: at === 0 ? source.thumbnail : null,
    thumbnailFailed: at % 4 === 2,
    icon: at % 3 === 1 ? null : source.icon,
  })),
)

export const ODD = windowOf(
  WRITER,
  'Protokoll der außerordentlichen Mitgliederversammlung über die Wärmepumpe, dritte, nochmals geänderte und mit Anmerkungen versehene Fassung vom 20. November.odt',
)
export const ODD_TITLES = list([
  ODD,
  windowOf(CALC, 'ميزانية عام 2027 – النسخة النهائية.ods'),
  windowOf(FIREFOX, '👩‍🚀🇵🇹 Zoë 🎻 – a playlist'),
  windowOf(TERMINAL, ''),
  windowOf(EDITOR, 'W'.repeat(120)),
])

/** As many as are listed at most, each program with few. */
export const MANY = list(
  Array.from({ length: 200 }, (_, at) => {
    const look = ALL[at % ALL.length] ?? CALC
    const program = `${look.program} ${Math.floor(at / 16)}`
    return windowOf({ ...look, program }, `Window ${at + 1}`)
  }),
  17,
)
