import { describe, expect, it } from 'vitest'
import { readCommandLine } from './config'
import { DEFAULT_HOST, DEFAULT_PORT, helpText } from './flags'

const FILES: Readonly<Record<string, string>> = { 'cert.pem': 'CERT', 'key.pem': 'KEY' }

const read = (...argv: string[]) =>
  readCommandLine(argv, {
    pageFolder: '/page',
    readFile(path) {
      const text = FILES[path]
      if (text === undefined) throw new Error(`ENOENT: ${path}`)
      return text
    },
  })

describe('flags', () => {
  it('may all be left out, and then serve this computer only', () => {
    expect(read()).toMatchObject({
      kind: 'run',
      config: {
        host: DEFAULT_HOST,
        port: DEFAULT_PORT,
        tls: null,
        origins: [],
        stun: [],
        open: false,
        pageFolder: '/page',
      },
    })
  })

  it.each([
    [['--host', '0.0.0.0'], { host: '0.0.0.0' }],
    [['--host', '::'], { host: '::' }],
    [['--host=[::1]'], { host: '[::1]' }],
    [['--port', '0'], { port: 0 }],
    [['--port=65535'], { port: 65535 }],
    [['--tls-cert', 'cert.pem', '--tls-key', 'key.pem'], { tls: { cert: 'CERT', key: 'KEY' } }],
    [
      ['--origin', 'https://A.example', '--origin', 'http://b.example:8080/x'],
      { origins: ['https://a.example/', 'http://b.example:8080/x/'] },
    ],
    [
      ['--stun', 'stun:a.example:3478', '--stun', 'stuns:b.example'],
      { stun: ['stun:a.example:3478', 'stuns:b.example'] },
    ],
    [['--open'], { open: true }],
  ])('%j', (argv, config) => {
    expect(read(...argv)).toMatchObject({ kind: 'run', config })
  })

  it.each([
    [['--host', ''], '--host takes one address'],
    [['--host', '-x'], '--host takes one address'],
    [['--host', 'http://x/'], '--host takes one address'],
    [['--host'], '--host takes one address'],
    [['--port', 'abc'], '--port takes a number from 0 (any free port) to 65535, not "abc"'],
    [['--port', '70000'], '--port takes a number from 0 (any free port) to 65535, not "70000"'],
    [['--port', '-1'], '--port takes a number'],
    [['--port', '1.5'], '--port takes a number'],
    [['--port', ''], '--port takes a number'],
    [['--port'], '--port takes a number'],
    [['--port', '--open'], '--port takes a number from 0 (any free port) to 65535, not "--open"'],
    [['--tls-cert', 'cert.pem'], '--tls-key takes a readable PEM file, together with --tls-cert'],
    [['--tls-key', 'key.pem'], '--tls-cert takes a readable PEM file, together with --tls-key'],
    [
      ['--tls-cert', 'none', '--tls-key', 'key.pem'],
      '--tls-cert takes a readable PEM file, together with --tls-key: ENOENT',
    ],
    [
      ['--origin', 'https://a.example/', '--origin', 'ftp://x'],
      '--origin takes a base URL such as https://calls.example/',
    ],
    [['--origin', 'ftp://x'], 'not "ftp://x"'],
    [['--stun', 'turn:x'], '--stun takes a URL such as stun:stun.example:3478'],
    [['--open=yes'], '--open takes no value'],
    [['--prot', '1'], '--prot: there is no such flag'],
    [['-p', '1'], '-p: there is no such flag'],
    [['--__proto__', '1'], '--__proto__: there is no such flag'],
    [['9000'], '9000: there are only flags'],
  ])('%j are refused with what they take', (argv, problem) => {
    const read_ = read(...argv)
    expect(read_.kind === 'refused' ? read_.problem : read_.kind).toContain(problem)
  })
})

describe('the help', () => {
  it('is asked for by --help', () => {
    expect(read('--help')).toEqual({ kind: 'help' })
  })

  it('names every flag and says what calls between two homes need', () => {
    for (const flag of ['host', 'port', 'tls-cert', 'tls-key', 'origin', 'stun', 'open', 'help']) {
      expect(helpText()).toContain(`--${flag}`)
    }
    expect(helpText()).toMatch(/Calls between two homes need/)
    expect(helpText()).toContain('0.0.0.0')
  })
})
