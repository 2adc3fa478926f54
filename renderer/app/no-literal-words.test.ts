// Every word of the interface comes from shared/text, so that it is found, checked and later translated in one place.
import ts from 'typescript'
import { expect, test } from 'vitest'

const files = import.meta.glob<string>(['../**/*.tsx', '!../**/*.test.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Attributes that are read or heard. */
const WORDY = new Set([
  'aria-label',
  'title',
  'alt',
  'placeholder',
  'label',
  'hint',
  'sentence',
  'aside',
  'word',
])

/** One character may be a sign, such as the dot between two facts. */
const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text)

function literalWords(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWord(node.text)) found.push(node.text.trim())
    if (ts.isStringLiteralLike(node) && hasWord(node.text) && isShown(node)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function isShown(node: ts.Node): boolean {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isJsxAttribute(at)) return WORDY.has(at.name.getText())
    // {'words'} between tags, also behind a condition.
    if (ts.isJsxExpression(at)) return ts.isJsxElement(at.parent) || ts.isJsxFragment(at.parent)
    if (ts.isFunctionLike(at) || ts.isCallExpression(at) || ts.isBinaryExpression(at)) return false
  }
  return false
}

test('there are components to look at', () => {
  expect(Object.keys(files).length).toBeGreaterThan(30)
})

test.each(Object.entries(files))('%s has no word of its own', (name, source) => {
  expect(literalWords(name, source)).toEqual([])
})

test.each([
  ['between tags', '<p>Hang up</p>'],
  ['in braces', "<p>{'Hang up'}</p>"],
  ['behind a condition', "<p>{busy ? 'Wait here' : label}</p>"],
  ['as a label', '<button aria-label="Hang up" />'],
])('a word %s is found', (_where, source) => {
  expect(literalWords('sample.tsx', `const a = ${source}`)).not.toEqual([])
})
