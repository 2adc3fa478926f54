import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needRestart, readCommandLine } from './config'
import { DEFAULT_LIMITS } from './limits'
import type { NamedFiles } from './named-files'
import { DEFAULT_HOST, DEFAULT_PORT, OPTION_NAMES } from './options'

const FILES: Readonly<Record<string, string>> = {
  'cert.pem': 'CERT',
  'key.pem': 'KEY',
  'other-key.pem': 'OTHER',
  'open-key.pem': 'KEY',
  secret: 'a secret of some length\n',
  'open-secret': 'a secret of some length\n',
  short: 'short',
  code: 'Sommer-U\u0308bung\r\n',
  'open-code': 'a code of some length',
  'two-codes': 'a code of some length\nand another one',
  list: `# friends\n${'a'.repeat(32)} # Ann\r\n\n`,
  'bad-list': `${'a'.repeat(32)}\nANN`,
}

interface World {
  readonly env?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  readonly addresses?: readonly string[]
}

function readIn({ env = {}, files = {}, addresses = ['192.168.1.5'] }: World, ...argv: string[]) {
  const named: NamedFiles = {
    read(path) {
      const text = { ...FILES, ...files }[path]
      if (text === undefined) throw new Error(`ENOENT: ${path}`)
      return text
    },
    isOpenToOthers: (path) => path.startsWith('open-'),
  }
  return readCommandLine(argv, {
    env,
    files: named,
    pageFolder: '/page',
    addresses: () => addresses,
    problemOfTls: ({ key }) => (key === 'OTHER' ? 'the key is of another certificate' : null),
  })
}
const read = (...argv: string[]) => readIn({}, ...argv)
const problemIn = (world: World, ...argv: string[]) => {
  const found = readIn(world, ...argv)
  return found.kind === 'refused' ? found.problem : found.kind
}
const withFile = (json: unknown): World => ({ files: { 'p.json': JSON.stringify(json) } })

describe('flags', () => {
  it('may all be left out, and then serve this computer only, within the limits', () => {
    expect(read()).toMatchObject({
      kind: 'run',
      operating: { metrics: null, log: 'text' },
      config: {
        host: DEFAULT_HOST,
        port: DEFAULT_PORT,
        tls: null,
        origins: [],
        stun: [],
        turn: null,
        open: false,
        invited: null,
        pageFolder: '/page',
        limits: DEFAULT_LIMITS,
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
      ['--origin', 'https://A.example', '--origin', 'http://b.example:8080/x', '--plain-http'],
      { origins: ['https://a.example/', 'http://b.example:8080/x/'] },
    ],
    [
      ['--stun', 'stun:a.example:3478', '--stun', 'stuns:b.example'],
      { stun: ['stun:a.example:3478', 'stuns:b.example'] },
    ],
    [
      ['--turn', 'turn:a.example:3478?transport=udp', '--turn-secret-file', 'secret'],
      {
        turn: { urls: ['turn:a.example:3478?transport=udp'], secret: 'a secret of some length', lifeS: 3600 },
      },
    ],
    [['--open'], { open: true }],
    [['--invite-file', 'list'], { invited: new Set(['a'.repeat(32)]) }],
    [['--join-code-file', 'code'], { joinCode: 'Sommer-Übung' }],
    [['--no-page'], { pageFolder: null }],
    [['--max-clients', '7'], { limits: { ...DEFAULT_LIMITS, 'max-clients': 7 } }],
  ])('%j', (argv, config) => {
    expect(read(...argv)).toMatchObject({ kind: 'run', config })
  })

  it.each([
    [['--host', ''], '--host takes one address'],
    [['--host', '-x'], '--host takes one address'],
    [['--host', 'http://x/'], '--host takes one address'],
    [['--host'], '--host takes one address'],
    [['--port', 'abc'], '--port takes a number from 0 (any free port) to 65535, not "abc"'],
    [['--port', '70000'], '--port takes a number from 0 (any free port) to 65535, not 70000'],
    [['--port', '-1'], '--port takes a number'],
    [['--port', '1.5'], '--port takes a number'],
    [['--port', ''], '--port takes a number'],
    [['--port'], '--port takes a number'],
    [['--port', '--open'], '--port takes a number from 0 (any free port) to 65535, not "--open"'],
    [['--max-clients', '0'], '--max-clients takes a number of clients from 1 to 1000000, not 0'],
    [['--max-clients', '1e3'], '--max-clients takes a number of clients from 1 to 1000000, not "1e3"'],
    [
      ['--tls-cert', 'cert.pem'],
      '--tls-key takes a PEM file that others can’t read, together with --tls-cert',
    ],
    [['--tls-key', 'key.pem'], '--tls-cert takes a readable PEM file, together with --tls-key'],
    [
      ['--tls-cert', 'none', '--tls-key', 'key.pem'],
      '--tls-cert takes a readable PEM file, together with --tls-key: ENOENT',
    ],
    [
      ['--tls-cert', 'cert.pem', '--tls-key', 'open-key.pem'],
      'open-key.pem can be read by others on this machine: chmod o-rwx open-key.pem',
    ],
    [
      ['--tls-cert', 'cert.pem', '--tls-key', 'other-key.pem'],
      '--tls-cert cert.pem: the key is of another certificate',
    ],
    [
      ['--origin', 'https://a.example/', '--origin', 'ftp://x'],
      '--origin takes a base URL such as https://calls.example/',
    ],
    [['--origin', 'ftp://x'], 'not "ftp://x"'],
    [['--invite-file', 'bad-list'], 'bad-list: line 2 is no identity'],
    [['--invite-file', 'none'], 'ENOENT'],
    [['--invite-file', 'list', '--open'], '--invite-file takes a file with one identity per line'],
    [['--join-code-file', 'none'], '--join-code-file takes a file that others can’t read'],
    [['--join-code-file', 'open-code'], 'open-code can be read by others'],
    [['--join-code-file', 'short'], 'with one line of 8 to 128 characters'],
    [['--join-code-file', 'two-codes'], 'that is not what two-codes has'],
    [['--join-code-file', 'code', '--open'], '--join-code-file takes'],
    [['--join-code-file', 'code', '--invite-file', 'list'], '--join-code-file takes'],
    [['--join-code', 'a code of some length'], '--join-code: there is no such flag'],
    [['--stun', 'turn:x'], '--stun takes a URL such as stun:stun.example:3478'],
    [['--turn', 'stun:x', '--turn-secret-file', 'secret'], '--turn takes a URL such as turn:relay.example'],
    [['--stun', 'stun:x:65536'], '--stun takes a URL'],
    [['--turn', 'turn:x:99999?transport=udp', '--turn-secret-file', 'secret'], '--turn takes a URL'],
    [['--turn', 'turn:x'], '--turn-secret-file takes a file that others can’t read'],
    [['--turn-secret-file', 'secret'], '--turn takes a URL'],
    [['--turn', 'turn:x', '--turn-secret-file', 'short'], 'it has less than 16 characters'],
    [['--turn', 'turn:x', '--turn-secret-file', 'open-secret'], 'can be read by others'],
    [['--open=yes'], '--open takes no value'],
    [['--prot', '1'], '--prot: there is no such flag'],
    [['-p', '1'], '-p: there is no such flag'],
    [['--__proto__', '1'], '--__proto__: there is no such flag'],
    [['9000'], '9000: there are only flags'],
  ])('%j are refused with what they take', (argv, problem) => {
    expect(problemIn({}, ...argv)).toContain(problem)
  })
})

describe('the environment', () => {
  it('has every option, under its own name', () => {
    const env = {
      PARLEY_HOST: '::1',
      PARLEY_PORT: '7',
      PARLEY_OPEN: '1',
      PARLEY_STUN: 'stun:a.example  stun:b.example',
      PARLEY_SOCKETS_PER_ADDRESS: '9',
      PARLEY_TLS_CERT: '',
      OTHER: 'x',
    }
    expect(readIn({ env })).toMatchObject({
      config: {
        host: '::1',
        port: 7,
        open: true,
        stun: ['stun:a.example', 'stun:b.example'],
        limits: { 'sockets-per-address': 9 },
        tls: null,
      },
    })
  })

  it.each([
    [{ PARLEY_PROT: '1' }, 'PARLEY_PROT: there is no such option'],
    [{ PARLEY_PORT: 'tcp://10.0.0.1:9000' }, 'PARLEY_PORT takes a number from 0'],
    [{ PARLEY_OPEN: 'yes' }, 'PARLEY_OPEN takes no value, not "yes"'],
    [{ PARLEY_CHECK: '1' }, 'PARLEY_CHECK: there is no such option'],
  ])('%j is refused by that name', (env, problem) => {
    expect(problemIn({ env })).toContain(problem)
  })

  it('doesn’t take what the start script and the tests have there', () => {
    expect(readIn({ env: { PARLEY_BROWSER: 'x', PARLEY_TEST_RAW_PORT: '1' } })).toMatchObject({ kind: 'run' })
  })
})

describe('the configuration file', () => {
  it('has every option, with values of its type', () => {
    const json = { host: '::1', port: 7, open: true, stun: ['stun:a.example'], 'max-clients': 3 }
    expect(readIn(withFile(json), '--config', 'p.json')).toMatchObject({
      config: { host: '::1', port: 7, open: true, stun: ['stun:a.example'], limits: { 'max-clients': 3 } },
    })
  })

  it('gives way to the environment, and that to a flag', () => {
    const world = {
      ...withFile({ port: 1, 'max-clients': 1, host: '::1' }),
      env: { PARLEY_CONFIG: 'p.json', PARLEY_PORT: '2', PARLEY_MAX_CLIENTS: '2' },
    }
    expect(readIn(world, '--port', '3')).toMatchObject({
      config: { host: '::1', port: 3, limits: { 'max-clients': 2 } },
    })
  })

  it.each([
    [{ prot: 1 }, '"prot" in p.json: there is no such option'],
    [{ help: true }, '"help" in p.json: there is no such option'],
    [{ port: '9000' }, '"port" in p.json takes a number from 0 (any free port) to 65535, not "9000"'],
    [{ port: null }, '"port" in p.json takes a number'],
    [{ open: 'true' }, '"open" in p.json takes no value, not "true"'],
    [{ stun: 'stun:a.example' }, '"stun" in p.json takes a URL such as'],
    [{ stun: ['stun:a.example', 7] }, 'not 7'],
    [{ 'max-clients': 1.5 }, '"max-clients" in p.json takes a number of clients'],
    [[], 'p.json is no JSON object'],
    ['x', 'p.json is no JSON object'],
  ])('%j is refused with what it takes', (json, problem) => {
    expect(problemIn(withFile(json), '--config', 'p.json')).toContain(problem)
  })

  it('is refused where it isn’t there or isn’t JSON', () => {
    expect(problemIn({}, '--config', 'none')).toContain('--config takes a readable JSON file: ENOENT')
    expect(problemIn({ files: { x: '{' } }, '--config', 'x')).toBe('x is no JSON object')
  })

  it('never does more than be refused, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...OPTION_NAMES, 'x', '__proto__'), fc.jsonValue()),
        (json) => {
          expect(['run', 'refused']).toContain(readIn(withFile(json), '--config', 'p.json').kind)
        },
      ),
    )
  })
})

describe('asking without running', () => {
  it('shows the help', () => {
    expect(read('--help')).toEqual({ kind: 'help' })
  })

  it('says its version, whatever else is wrong', () => {
    expect(readIn({ env: { PARLEY_PROT: '1' } }, '--version', '--port', 'x')).toEqual({ kind: 'version' })
  })

  it('checks', () => {
    expect(read('--check')).toEqual({ kind: 'checked' })
    expect(problemIn({}, '--check', '--tls-cert', 'none', '--tls-key', 'key.pem')).toContain('ENOENT')
  })

  it('prints what it would run with, as a file that says the same, and no secret', () => {
    const argv = ['--port', '7', '--tls-cert', 'cert.pem', '--tls-key', 'key.pem', '--open']
    const printed = read(...argv, '--print-config')
    if (printed.kind !== 'print') throw new Error(printed.kind)
    expect(printed.text).not.toMatch(/"KEY"/)
    expect(JSON.parse(printed.text)).toMatchObject({
      port: 7,
      'tls-key': 'key.pem',
      open: true,
      'max-clients': 5000,
    })
    expect(readIn({ files: { 'p.json': printed.text } }, '--config', 'p.json')).toEqual(read(...argv))
  })
})

it('refuses to be open by accident, with what to do', () => {
  expect(problemIn({ addresses: ['203.0.113.5'] }, '--host', '0.0.0.0')).toMatch(/plain http.*Add --tls-cert/)
  const metrics = ['--metrics-port', '1', '--metrics-host', '0.0.0.0']
  expect(problemIn({ addresses: ['203.0.113.5'] }, ...metrics)).toContain('shows everybody the figures')
})

it.each([
  [['--max-clients', '9'], []],
  // Who may use it begins and ends while it runs.
  [['--invite-file', 'list'], []],
  [['--join-code-file', 'code'], []],
  [['--port', '9', '--header-bytes', '2048'], 'port header-bytes'.split(' ')],
  [['--tls-cert', 'cert.pem', '--tls-key', 'key.pem'], 'tls-cert tls-key'.split(' ')],
])('what a running server can’t take over of %j is %j', (argv, names) => {
  const [before, after] = [read(), read(...argv)]
  if (before.kind !== 'run' || after.kind !== 'run') throw new Error('refused')
  expect(needRestart(before.options, after.options)).toEqual(names)
})
