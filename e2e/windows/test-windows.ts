// Owns real windows of other programs, for what is shared in tests: each says by its pixels which one it is and when it was
// painted (read-code.ts). Everything is undone by `stop`.
import { inRoot } from '../../build/setup/paths.mjs'
import { startLineProgram, type LineProgram } from '../fixtures/line-program'

/** A block of small text, `width` pixels wide; blocks stand side by side. */
export interface TextColumn {
  readonly px: number
  readonly width: number
  readonly lines: readonly string[]
}

/** Below the code: only its colour, text that stands, text that runs upwards, or bars that wander. The last two move with
 * each frame that is painted. */
export type WindowContent = 'code' | 'text' | 'scroll' | 'motion'

export interface WindowSpec {
  readonly title: string
  /** WM_CLASS. */
  readonly program: string
  /** Of the content, without the manager's frame. */
  readonly width: number
  readonly height: number
  readonly x?: number
  readonly y?: number
  readonly type?: 'normal' | 'dialog' | 'utility'
  readonly content?: WindowContent
  readonly text?: readonly TextColumn[]
  /** Frames painted a second; 0, the default, stands still with the time of its painting. */
  readonly fps?: number
}

export interface TestWindow {
  /** As in the code. */
  readonly number: number
  /** Electron's source id begins with `window:<xid>:`. */
  readonly xid: number
  readonly spec: WindowSpec
  retitle(title: string): Promise<void>
  resize(width: number, height: number): Promise<void>
  move(x: number, y: number): Promise<void>
  /** These four resolve when the manager has done it. */
  minimise(): Promise<void>
  restore(): Promise<void>
  toDesktop(desktop: number): Promise<void>
  fullscreen(on: boolean): Promise<void>
  raise(): Promise<void>
  /** Paints `fps` frames a second from now on; 0 lets it stand as it is. */
  play(fps: number): Promise<void>
  show(content: WindowContent, text?: readonly TextColumn[]): Promise<void>
  /** Writes its very pixels: a PNG, or a grey map where the name ends in .pgm. */
  save(file: string): Promise<void>
  close(): Promise<void>
  /** Closes it and opens another of the same program and title, with another number, as programs do. */
  recreate(): Promise<TestWindow>
}

export interface TestWindows {
  open(spec: WindowSpec): Promise<TestWindow>
  /** All at once; 200 take about a second. */
  openAll(specs: readonly WindowSpec[]): Promise<readonly TestWindow[]>
  readonly stop: () => Promise<void>
}

/** `env` names the display (DISPLAY); by default this process's own. */
export function startTestWindows(env: NodeJS.ProcessEnv = {}): TestWindows {
  const main = inRoot('e2e', 'windows', 'program', 'main.py')
  const program = startLineProgram('test windows', [main], { ...process.env, ...env })
  let last = 0

  async function openAll(specs: readonly WindowSpec[]): Promise<readonly TestWindow[]> {
    const numbered = specs.map((spec) => ({ number: (last += 1), spec }))
    const windows = numbered.map(({ number, spec }) => ({ ...DEFAULTS, ...spec, number }))
    const xids = (await program.ask({ do: 'open', windows })) as readonly number[]
    return numbered.map(({ number, spec }, index) => handle({ number, spec, xid: xids[index] ?? 0 }))
  }

  function handle(made: Pick<TestWindow, 'number' | 'spec' | 'xid'>): TestWindow {
    const tell = teller(program, made.number)
    return {
      ...made,
      retitle: (title) => tell('retitle', { title }),
      resize: (width, height) => tell('resize', { width, height }),
      move: (x, y) => tell('move', { x, y }),
      minimise: () => tell('minimise'),
      restore: () => tell('restore'),
      toDesktop: (desktop) => tell('desktop', { desktop }),
      fullscreen: (on) => tell('fullscreen', { on }),
      raise: () => tell('raise'),
      play: (fps) => tell('play', { fps }),
      show: (content, text = []) => tell('content', { content, text }),
      save: (file) => tell('save', { file }),
      close: () => tell('close'),
      recreate: async () => {
        await tell('close')
        return open(made.spec)
      },
    }
  }

  async function open(spec: WindowSpec): Promise<TestWindow> {
    const [window] = await openAll([spec])
    if (window === undefined) throw new Error('no window was opened')
    return window
  }

  return { open, openAll, stop: program.stop }
}

const DEFAULTS = { x: 40, y: 40, type: 'normal', content: 'code', text: [], fps: 0 } as const

function teller(program: LineProgram, number: number) {
  return async (what: string, values: Readonly<Record<string, unknown>> = {}): Promise<void> => {
    await program.ask({ do: what, number, ...values })
  }
}
