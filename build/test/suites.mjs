// Owns what `npm test` runs, and how the outcome of each part is counted.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { inCache } from '../setup/paths.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { say } from '../setup/say.mjs'

/** @typedef {{passed: number, failed: number}} Count */
/** @typedef {{numPassedTests: number, numFailedTests: number, numFailedTestSuites: number}} VitestReport */
/** @typedef {{stats: {expected: number, unexpected: number, flaky: number}, errors: unknown[]}} PlaywrightReport */
/**
 * @typedef {object} Suite
 * @property {readonly string[]} command
 * @property {((text: string) => Count) | null} count from its JSON report; null: one step, passed or failed
 * @property {true} [onlyNamed] not part of all
 */

const REPORTS = inCache('reports')
const reportPath = (/** @type {string} */ name) => inCache('reports', `${name}.json`)
const INSTALL = ['npx', 'playwright', 'test', '--config', 'e2e/install/playwright.config.ts']

/** @type {Readonly<Record<string, Suite>>} */
export const SUITES = {
  lint: { command: ['npm', 'run', '--silent', 'lint'], count: null },
  types: { command: ['npm', 'run', '--silent', 'typecheck'], count: null },
  unit: {
    command: [
      ...['npx', 'vitest', 'run', '--config', 'build/vitest.config.ts', '--configLoader', 'runner'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath('unit')}`],
    ],
    count: countVitest,
  },
  e2e: {
    command: ['npx', 'playwright', 'test', '--config', 'e2e/playwright.config.ts'],
    count: countPlaywright,
  },
  // The packages of this machine, built, installed, and called.
  install: {
    command: [...INSTALL, '--project=installed'],
    count: countPlaywright,
  },
  // All others, built and looked into.
  packages: {
    command: [...INSTALL, '--project=packages'],
    count: countPlaywright,
    onlyNamed: true,
  },
}

/**
 * @param {string} name
 * @param {Suite} suite
 * @returns {Promise<Count>}
 */
export async function runSuite(name, suite) {
  say(`\n── ${name}`)
  mkdirSync(REPORTS, { recursive: true })
  rmSync(reportPath(name), { force: true })
  const [command = '', ...args] = suite.command
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportPath(name) }
  const { code } = await runCommand(command, args, { env, show: true })
  const count =
    suite.count === null ? { passed: code === 0 ? 1 : 0, failed: 0 } : readReport(name, suite.count)
  // Whatever the report says: a suite that ends badly has failed.
  return code === 0 || count.failed > 0 ? count : { ...count, failed: 1 }
}

/** @param {string} name @param {(text: string) => Count} count @returns {Count} */
function readReport(name, count) {
  if (!existsSync(reportPath(name))) return { passed: 0, failed: 1 }
  return count(readFileSync(reportPath(name), 'utf8'))
}

/** @param {string} text @returns {Count} */
function countVitest(text) {
  /** @type {VitestReport} */
  const report = JSON.parse(text)
  // A file that can't even be loaded has no tests to count.
  const failed = Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0)
  return { passed: report.numPassedTests, failed }
}

/** @param {string} text @returns {Count} */
function countPlaywright(text) {
  /** @type {PlaywrightReport} */
  const { stats, errors } = JSON.parse(text)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}
