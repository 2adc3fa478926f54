// Owns one start of an installed Parley, as its desktop entry starts it: by which user, with which home, and steering its pages
// by Chromium's own protocol. Its fuses let no test driver into the main process.
import { spawn, type ChildProcess } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { voiceWav } from '../../build/setup/fake-voice.mjs'
import { runCommand } from '../../build/setup/run-command.mjs'
import { expect } from '../fixtures/test'
import { forgetProfile } from '../fixtures/electron-client'
import { loggedAt } from '../fixtures/plain-start'

/** `nobody` of every Linux. */
const OTHER_USER = 65_534
const MAIN_PAGE = 'app://parley/index.html'
const END_MS = 60_000
const VOICE_HZ = 160

export type Who = 'this user' | 'another user'

export interface Home {
  readonly who: Who
  readonly folder: string
  /** Where Parley keeps everything. */
  readonly data: string
  readonly forget: () => void
}

/** A home of its own, so that an installed Parley's real default folder is used and yet nobody's. */
export function makeHome(who: Who): Home {
  const folder = mkdtempSync(join(tmpdir(), 'parley-home-'))
  writeFileSync(join(folder, 'voice.wav'), voiceWav(VOICE_HZ))
  for (const name of ['', 'run', 'tmp']) {
    mkdirSync(join(folder, name), { mode: 0o700, recursive: true })
    if (who === 'another user') chownSync(join(folder, name), OTHER_USER, OTHER_USER)
  }
  return {
    ...{ who, folder, data: join(folder, '.config', 'Parley') },
    forget: () => forgetProfile(folder),
  }
}

export interface InstalledApp {
  readonly page: Page
  readonly context: BrowserContext
  readonly lines: () => readonly string[]
  /** Once it ended by itself. */
  readonly ended: Promise<number | null>
  readonly stop: () => Promise<void>
}

export interface Start {
  /** The program, and what its desktop entry gives it. */
  readonly command: readonly string[]
  readonly home: Home
  readonly env: Readonly<Record<string, string>>
}

export async function startInstalled(start: Start, words: readonly string[] = []): Promise<InstalledApp> {
  const isUp = comingUp(start.home)
  const child = spawnAs(start, ['--remote-debugging-port=0', ...mediaSwitches(start.home), ...words])
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => lines.push(...String(chunk).split('\n').filter(Boolean)))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  await whenUp({ isUp, ended, lines })
  // Of what runs on a network of its own, this machine has another port than it has itself.
  const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(lines.join('\n'))?.[1] ?? ''
  return steered(port, {
    ...{ ended, lines: () => lines },
    end: () => endGroup(child.pid),
  })
}

/** The start that this one makes in its own place, once `press` has it do so. It prints nowhere. */
export async function restartOf(
  app: InstalledApp,
  home: Home,
  press: () => Promise<unknown>,
): Promise<InstalledApp> {
  const isUp = comingUp(home)
  await press()
  expect(await app.ended).toBe(0)
  await whenUp({ isUp, ended: new Promise(() => undefined), lines: [] })
  const port = readFileSync(portFile(home), 'utf8').split('\n')[0] ?? ''
  const pid = pidOf(home)
  // It is nobody's child, and its code nobody's.
  const ended = expect
    .poll(() => isRunning(pid), { timeout: 600_000 })
    .toBe(false)
    .then(() => null)
  ended.catch(() => undefined) // the test may be over before it is
  return steered(port, { ended, lines: () => [], end: () => endGroup(pid) })
}

interface Running extends Pick<InstalledApp, 'ended' | 'lines'> {
  readonly end: () => void
}

async function steered(port: string, { ended, lines, end }: Running): Promise<InstalledApp> {
  // Electron has no browser contexts that could be set up.
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true })
  const context = contextOf(browser)
  const stop = async (): Promise<void> => {
    await browser.close().catch(() => undefined)
    end()
    await ended
  }
  return { page: await pageOf(context, MAIN_PAGE), context, lines, ended, stop }
}

/** Whether a start that comes now has its window up. */
function comingUp(home: Home): () => boolean {
  const startsBefore = startsLogged(home)
  rmSync(portFile(home), { force: true })
  return () => startsLogged(home) > startsBefore
}

/** Chromium's lock is a link to "host-pid". */
const pidOf = ({ data }: Home): number => Number(readlinkSync(join(data, 'SingletonLock')).split('-').at(-1))

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Of a start that ends by itself, as somebody types it. */
export async function saidBy(
  start: Start,
  words: readonly string[],
): Promise<{ code: number; stdout: string }> {
  const [program = '', ...args] = commandAs(start, words)
  const { code, stdout } = await runCommand(program, args, { env: envOf(start), timeoutMs: END_MS })
  return { code, stdout }
}

/** The one page with this address, once it is there. */
export async function pageOf(context: BrowserContext, url: string): Promise<Page> {
  const find = (): Page | undefined => context.pages().find((page) => page.url() === url)
  await expect.poll(() => find() !== undefined, { timeout: 30_000 }).toBe(true)
  const page = find()
  if (page === undefined) throw new Error(`${url} is gone again.`)
  return page
}

function contextOf(browser: Browser): BrowserContext {
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('Nothing to steer.')
  return context
}

const mediaSwitches = ({ folder }: Home): string[] => [
  '--use-fake-device-for-media-stream=device-count=3,fps=15',
  `--use-file-for-fake-audio-capture=${join(folder, 'voice.wav')}`,
]

const portFile = ({ data }: Home): string => join(data, 'DevToolsActivePort')

const startsLogged = ({ data }: Home): number => loggedAt(data).split('window is up').length - 1

interface Coming {
  readonly isUp: () => boolean
  readonly ended: Promise<unknown>
  readonly lines: readonly string[]
}

/** Once its window is loaded: a page that is steered while it still comes is missed now and then. */
async function whenUp({ isUp, ended, lines }: Coming): Promise<void> {
  const over = ended.then(() => {
    throw new Error(`It ended before it was up.\n${lines.join('\n')}`)
  })
  over.catch(() => undefined) // later it may
  await Promise.race([expect.poll(isUp, { timeout: 30_000 }).toBe(true), over])
}

function spawnAs(start: Start, words: readonly string[]): ChildProcess {
  const [program = '', ...args] = commandAs(start, words)
  // A group of its own, so that it can be ended with Chromium's processes.
  return spawn(program, args, { env: envOf(start), stdio: ['ignore', 'pipe', 'pipe'], detached: true })
}

function commandAs({ command, home }: Start, words: readonly string[]): string[] {
  const all = [...command, ...words]
  if (home.who === 'another user')
    return ['setpriv', `--reuid=${OTHER_USER}`, `--regid=${OTHER_USER}`, '--clear-groups', ...all]
  // Chromium refuses to run as root with its sandbox on.
  return process.getuid?.() === 0 ? [...all, '--no-sandbox'] : all
}

/** What a session gives; nothing of the tests' own. */
export function envOf({ home, env }: Start): NodeJS.ProcessEnv {
  const { PATH = '', DISPLAY = '' } = process.env
  return { PATH, DISPLAY, HOME: home.folder, XDG_RUNTIME_DIR: join(home.folder, 'run'), ...env }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
