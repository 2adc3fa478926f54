// Every word of the interface comes from shared/text, so that it is found, checked and later translated in one place.
import ts from 'typescript'
import { expect, test } from 'vitest'

const files = import.meta.glob<string>(
  [
    '../**/*.{ts,tsx}',
    '../../{main,preload}/**/*.ts',
    '!**/*.test.{ts,tsx}',
    '!**/{testing,fakes,gallery}/**',
    '!**/*.d.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
)

/** Attributes that are read or heard. */
const WORDY = new Set([
  ...['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription'],
  ...[
    'title',
    'alt',
    'placeholder',
    'label',
    'hint',
    'problem',
    'note',
    'sentence',
    'aside',
    'word',
    'heading',
  ],
])
/** Calls whose words are read or heard, and what native windows are told. */
const SAID = /(^|\.)(announce|polite|assertive|tip|alert|confirm|setTitle|setToolTip|showErrorBox)$/
const SET = new Set(['title', 'textContent', 'innerText', 'ariaLabel', 'placeholder'])
const NATIVE = new Set([
  'message',
  'detail',
  'buttons',
  'label',
  'toolTip',
  'sublabel',
  'buttonLabel',
  'body',
])
/** What goes into the log, or into an exception: for us, not for a user. */
const FOR_US = /(^|\.)(info|error|warn|debug|fail|unreadable|explain)$/

const URGENCIES = new Set(['polite', 'assertive'])
/** One character may be a sign, such as the dot between two facts. */
const hasWord = (words: string): boolean => /\p{L}{2}/u.test(words) && !URGENCIES.has(words)
/** "Hang up", "● Incoming call", "all of it is here." */
const READS_LIKE_WORDS = /\p{Lu}\p{Ll}+ \p{L}|(\p{L}+ ){2,}\p{L}+[.?…]$/u
/** Not for anybody's eyes: names that a system gives or reads, and one that it shows in its list of processes. */
const KNOWN = new Set(['Entire Screen', 'Parley signalling server', '[Desktop Entry]', 'Inhibited'])

type Piece = ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail
const isPiece = (node: ts.Node): node is Piece =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node)

function literalWords(name: string, source: string): string[] {
  const kind = name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, kind)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWord(node.text)) found.push(node.text.trim())
    if (isPiece(node) && isWords(node)) found.push(node.text.trim())
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function isWords(node: Piece): boolean {
  if (!hasWord(node.text) || KNOWN.has(node.text)) return false
  return isShown(node) || isTold(node) || (READS_LIKE_WORDS.test(node.text) && !isForUs(node))
}

/** Of two values that stand for each other, or are put together, each is shown; of two that are compared, none. */
const JOINING = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.PlusToken,
])

function isShown(node: Piece): boolean {
  for (let at: ts.Node = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isJsxAttribute(at)) return WORDY.has(at.name.getText())
    // {'words'} between tags, also behind a condition.
    if (ts.isJsxExpression(at) && !ts.isJsxAttribute(at.parent)) return true
    if (ts.isFunctionLike(at) || ts.isCallExpression(at)) return false
    if (ts.isBinaryExpression(at) && !JOINING.has(at.operatorToken.kind)) return false
  }
  return false
}

/** Said aloud, set as a title, or told to the system's own windows. */
function isTold(node: Piece): boolean {
  for (let at: ts.Node = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isCallExpression(at)) return SAID.test(at.expression.getText()) || labels(at, node)
    if (ts.isPropertyAssignment(at)) return NATIVE.has(at.name.getText()) && /^\p{Lu}/u.test(node.text)
    if (ts.isBinaryExpression(at) && at.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      return ts.isPropertyAccessExpression(at.left) && SET.has(at.left.name.text)
    }
    if (ts.isBinaryExpression(at) && !JOINING.has(at.operatorToken.kind)) return false
    if (ts.isFunctionLike(at)) return false
  }
  return false
}

/** setAttribute('aria-label', …): the second one. */
const labels = ({ expression, arguments: given }: ts.CallExpression, node: Piece): boolean =>
  expression.getText().endsWith('setAttribute') &&
  given[0] !== node &&
  given[0] !== undefined &&
  ts.isStringLiteralLike(given[0]) &&
  WORDY.has(given[0].text)

function isForUs(node: Piece): boolean {
  for (let at: ts.Node = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isThrowStatement(at) || ts.isNewExpression(at) || ts.isImportDeclaration(at)) return true
    if (ts.isCallExpression(at) && FOR_US.test(at.expression.getText())) return true
  }
  return false
}

test('there are files of every kind to look at', () => {
  const names = Object.keys(files)
  expect(names.length).toBeGreaterThan(300)
  for (const kind of ['/main/', 'preload', '.tsx', 'sharebar/', 'guest/']) {
    expect(names.some((name) => name.includes(kind))).toBe(true)
  }
})

test('no file has a word of its own', () => {
  const found = Object.entries(files).flatMap(([name, source]) =>
    literalWords(name, source).map((words) => ({ name, words })),
  )
  expect(found).toEqual([])
})

test.each([
  ['between tags', '<p>Hang up</p>'],
  ['in braces', "<p>{'Hang up'}</p>"],
  ['in a fragment', "<>{'gone'}</>"],
  ['behind a condition', "<p>{busy ? 'wait' : label}</p>"],
  ['behind an "and"', "<p>{busy && 'wait'}</p>"],
  ['as what stands in for a name', "<p>{name ?? 'nobody'}</p>"],
  ['put together', "<p>{'call ' + name}</p>"],
  ['in a template', '<p>{`call ${name}`}</p>'],
  ['as a label', '<button aria-label="Hang up" />'],
  ['as a label made of parts', '<button aria-label={`call ${name}`} />'],
  ['in an announcement', "announce('polite', 'microphone off')"],
  ['in an announcement made of parts', "announce('polite', `${name} is muted`)"],
  ['in a tooltip', "tip('mute')"],
  ['as a window title', "document.title = 'ringing'"],
  ['in the page without React', "element.textContent = 'paused'"],
  ['as a label without React', "element.setAttribute('aria-label', 'stop')"],
  ['in a native question', "dialog.showMessageBox({ message: 'Close it?', buttons: [] })"],
  ['in a menu of the system', "[{ label: 'Quit' }]"],
  ['kept for later', "{ words: 'Nobody can ring you' }"],
  ['in a function for later', '(name) => `This is ${name} calling`'],
])('a word %s is found', (_where, source) => {
  expect(literalWords('sample.tsx', `const a = ${source}`)).not.toEqual([])
})

test.each([
  ['a class', "<p className={`person ${is && 'is-missed'}`} />"],
  ['a comparison', "<p>{kind === 'missed' ? one : other}</p>"],
  ['a line of the log', "log.info('The server was started anew')"],
  ['an exception', "fail('disk-failed', 'The disk was full')"],
  ['what an announcement depends on', "announce('polite', is === 'on' ? text.on : text.off)"],
  ['an attribute', "element.setAttribute('aria-label', text.app.name)"],
  ['an urgency', "announce('polite', text.call.muted)"],
  ['a sign', "<p>{' · '}</p>"],
])('%s is no word', (_what, source) => {
  expect(literalWords('sample.tsx', `const a = ${source}`)).toEqual([])
})
