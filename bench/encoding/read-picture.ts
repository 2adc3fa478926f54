// Owns how much of a test window's small text Tesseract reads right in a picture of it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../../build/setup/paths.mjs'
import { runCommand } from '../../build/setup/run-command.mjs'
import { PYTHON } from '../../e2e/fixtures/line-program'
import { shareReadRight } from '../../e2e/windows/reading-text'
import type { TextColumn } from '../../e2e/windows/test-windows'
import { pgmOf, type GreyPicture } from '../../e2e/windows/picture-likeness'

/** As program/layout.py has it: where the content begins, of the height. */
const CONTENT_FROM = 0.16
/** As program/sheets.py has it. */
const MARGIN_PX = 12
const LEADING = 1.5
/** Tesseract was made for letters of 30 pixels and more. */
const TIMES = 4

/** 0 to 1, over the first `lines` of all columns. */
export async function shareRead(
  picture: GreyPicture,
  columns: readonly TextColumn[],
  { lines, folder }: { readonly lines: number; readonly folder: string },
): Promise<number> {
  const file = join(folder, 'seen.pgm')
  writeFileSync(file, pgmOf(picture))
  let [right, all, left] = [0, 0, 0]
  for (const { px, width, lines: truth } of columns) {
    const wanted = truth.slice(0, lines)
    const height = MARGIN_PX + wanted.length * Math.round(px * LEADING)
    const box = [left, Math.floor(picture.height * CONTENT_FROM), width, height]
    const text = wanted.join(' ')
    const weight = text.replaceAll(' ', '').length
    right += weight * shareReadRight(text, await readPiece(file, box, folder))
    all += weight
    left += width
  }
  return right / all
}

async function readPiece(file: string, box: readonly number[], folder: string): Promise<string> {
  const piece = join(folder, 'piece.png')
  const script = inRoot('e2e', 'windows', 'program', 'enlarge.py')
  await run(PYTHON, ['-B', script, file, piece, ...[...box, TIMES].map(String)])
  // A uniform block of text.
  return run('tesseract', [piece, '-', '--psm', '6', '-l', 'eng'])
}

async function run(command: string, words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCommand(command, words)
  if (code !== 0) throw new Error(`${command}: ${stderr}`)
  return stdout
}
