// Owns the meaning of a window's properties, which any program may have written: bounded, and never trusted. Pure.
import type { Rectangle } from 'electron'
import { MAX_TITLE_CHARS, type SourceFacts } from '../../shared/model/share'
import { cleanText } from '../../shared/clean-text'

/** A list longer than this is cut. */
const MAX_CARDINALS = 2_048
const ICONIC = 3
const ON_ALL_DESKTOPS = 0xffff_ffff
/** A frame that is wider is nonsense. */
const MAX_EXTENT_PX = 512

export function cardinals(data: Buffer | null): readonly number[] {
  if (!data) return []
  const count = Math.min(MAX_CARDINALS, Math.floor(data.length / 4))
  return Array.from({ length: count }, (_, index) => data.readUInt32LE(index * 4))
}

export const cardinal = (data: Buffer | null): number | null => cardinals(data)[0] ?? null

/** `_NET_WM_NAME` is UTF-8; the older `WM_NAME` mostly Latin-1. */
export function windowTitle(utf8: Buffer | null, latin1: Buffer | null): string {
  const text = utf8 && utf8.length > 0 ? utf8.toString('utf8') : (latin1?.toString('latin1') ?? '')
  return cleanText(text.replace(/\ufffd+$/, ''), MAX_TITLE_CHARS)
}

/** `WM_CLASS`: instance and class, each ended by a NUL. The class is the program's name; '' where there is none. */
export function programName(wmClass: Buffer | null): string {
  const [instance = '', name = ''] = (wmClass?.toString('latin1') ?? '').split('\0')
  return cleanText(name || instance, MAX_TITLE_CHARS)
}

export type WindowFacts = {
  readonly wmState: number | null
  readonly netStates: readonly number[]
  /** The value of _NET_WM_STATE_HIDDEN. */
  readonly hiddenState: number | null
  readonly desktop: number | null
  readonly currentDesktop: number | null
}

/**
 * Other desktops are asked after before WM_STATE, because window managers call their windows iconic as well. A window that
 * its program withdrew is `shown` here: no system word fits it, and that its track gives no picture is seen anyway.
 */
export function windowIs(facts: WindowFacts): Exclude<SourceFacts['is'], 'gone'> {
  const { wmState, netStates, hiddenState, desktop, currentDesktop } = facts
  if (hiddenState !== null && netStates.includes(hiddenState)) return 'minimised'
  const isElsewhere = desktop !== null && currentDesktop !== null && desktop !== currentDesktop
  if (isElsewhere && desktop !== ON_ALL_DESKTOPS) return 'other-desktop'
  return wmState === ICONIC ? 'minimised' : 'shown'
}

/**
 * What a person calls the window: with the frame that the window manager put around it (left, right, top, bottom), and
 * without the shadow that a program drew around itself.
 */
export function visibleBounds(
  content: Rectangle,
  frame: readonly number[],
  shadow: readonly number[],
): Rectangle {
  return widen(widen(content, frame, 1), shadow, -1)
}

function widen({ x, y, width, height }: Rectangle, extents: readonly number[], sign: 1 | -1): Rectangle {
  const sane = extents.length === 4 && extents.every((one) => one <= MAX_EXTENT_PX)
  const [left = 0, right = 0, top = 0, bottom = 0] = sane ? extents : []
  return {
    x: x - sign * left,
    y: y - sign * top,
    width: width + sign * (left + right),
    height: height + sign * (top + bottom),
  }
}

/** `window:<number>:<number>`; null for a screen, and for what is no X window's number. */
export function xidOf(sourceId: string): number | null {
  const [kind, text = ''] = sourceId.split(':')
  const xid = Number(text)
  return kind === 'window' && Number.isInteger(xid) && xid > 0 && xid < 2 ** 29 ? xid : null
}

/** As Electron names another program's window. */
export const sourceIdOf = (xid: number): string => `window:${xid}:0`
