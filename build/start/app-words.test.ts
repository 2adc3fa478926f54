import { describe, expect, it } from 'vitest'
import { readStartWords } from './app-words.mjs'

describe('what is typed after npm start --', () => {
  it.each([
    [[], { app: [], profile: null, verbose: false }],
    [['--profile', 'ben'], { app: ['--profile=ben'], profile: 'ben', verbose: false }],
    [['--profile=ben'], { app: ['--profile=ben'], profile: 'ben', verbose: false }],
    [['--profile'], { app: ['--profile='], profile: '', verbose: false }],
    [['--verbose', 'parley://call/x'], { app: ['parley://call/x'], profile: null, verbose: true }],
    [['--help'], { app: ['--help'], profile: null, verbose: true }],
    [['--version'], { app: ['--version'], profile: null, verbose: true }],
    [['--call', 'parley://call/x'], { app: ['--call', 'parley://call/x'], profile: null, verbose: false }],
    [['--user-data-dir=/x'], { app: ['--user-data-dir=/x'], profile: null, verbose: false }],
  ])('%j', (words, read) => {
    expect(readStartWords(words)).toEqual(read)
  })
})
