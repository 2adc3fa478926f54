import { describe, expect, test } from 'vitest'
import { readDemoOptions } from './options.mjs'

describe('the flags of the demo', () => {
  test('are all optional', () => {
    expect(readDemoOptions([])).toEqual({
      host: null,
      seconds: 10,
      server: null,
      json: null,
      share: false,
      ring: false,
      install: false,
    })
  })

  test('give a server its final slash, as base URLs have', () => {
    expect(readDemoOptions(['--server', 'http://127.0.0.1:9000'])).toMatchObject({
      server: 'http://127.0.0.1:9000/',
    })
  })

  test('share from an Electron client', () => {
    expect(readDemoOptions(['--share'])).toMatchObject({ share: true, host: 'electron' })
  })

  test('ring an Electron client', () => {
    expect(readDemoOptions(['--ring'])).toMatchObject({ ring: true, host: 'electron' })
  })

  test('ask for the help text', () => {
    expect(readDemoOptions(['--help'])).toBe('help')
  })

  test.each([
    [['--share', '--host', 'browser'], '--share needs Electron: leave --host out, or let it be electron.'],
    [['--ring', '--host', 'browser'], '--ring needs Electron: leave --host out, or let it be electron.'],
    [['--share', '--ring'], '--share and --ring are two demos: one at a time.'],
    [['--host', 'phone'], '--host takes electron or browser.'],
    [['--seconds', '0'], '--seconds takes a whole number from 1 to 3600.'],
    [['--seconds', 'ten'], '--seconds takes a whole number from 1 to 3600.'],
    [['--server', 'localhost:9000'], '--server takes a URL such as http://127.0.0.1:9000/.'],
  ])('%j is refused with what the flag takes', (words, sentence) => {
    expect(() => readDemoOptions(words)).toThrow(sentence)
  })
})
