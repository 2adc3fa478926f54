// Owns what a Linux machine needs beside npm packages, and its installation on the Debian family.
import { existsSync, readFileSync } from 'node:fs'
import { findBrowser } from './find-browser.mjs'
import { programPath, runCommand } from './run-command.mjs'
import { say } from './say.mjs'

/** @typedef {{what: string, packages: readonly string[], isThere: (libraries: string) => boolean}} Need */

const DEBIAN_PYTHON = '/usr/lib/python3/dist-packages'

/** A program, its package names on Debian and Ubuntu; the first that exists is taken. */
const program = (/** @type {string} */ name, /** @type {string[]} */ ...packages) => ({
  what: name,
  packages,
  isThere: () => programPath(name) !== null,
})
const library = (/** @type {string} */ name, /** @type {string[]} */ ...packages) => ({
  what: name,
  packages,
  isThere: (/** @type {string} */ libraries) => libraries.includes(name),
})

/** @type {readonly Need[]} */
const DISPLAY = [
  program('Xvfb', 'xvfb'),
  program('dbus-daemon', 'dbus-daemon', 'dbus'),
  program('openbox', 'openbox'),
]
/** @type {readonly Need[]} */
const ELECTRON = [
  library('libnss3.so', 'libnss3'),
  library('libgtk-3.so.0', 'libgtk-3-0t64', 'libgtk-3-0'),
  library('libasound.so.2', 'libasound2t64', 'libasound2'),
  library('libgbm.so.1', 'libgbm1'),
  library('libXss.so.1', 'libxss1'),
  library('libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'),
  library('libcups.so.2', 'libcups2t64', 'libcups2'),
  program('python3', 'python3'),
]
/** @type {readonly Need[]} */
const BROWSER = [
  { what: 'a Chromium browser', packages: ['chromium'], isThere: () => findBrowser() !== null },
]

/** @type {readonly Need[]} */
const SOUND = [program('pulseaudio', 'pulseaudio'), program('pactl', 'pulseaudio-utils')]

const file = (
  /** @type {string} */ what,
  /** @type {string} */ path,
  /** @type {string[]} */ ...packages
) => ({
  what,
  packages,
  isThere: () => existsSync(path),
})
/** The program whose windows tests share. @type {readonly Need[]} */
const WINDOWS = [
  file("Python's Xlib", `${DEBIAN_PYTHON}/Xlib`, 'python3-xlib'),
  file("Python's Pillow", `${DEBIAN_PYTHON}/PIL`, 'python3-pil'),
  file('DejaVu Sans', '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', 'fonts-dejavu-core'),
]
/** A network of our own that is slow and loses packets. @type {readonly Need[]} */
const LINK = [program('ip', 'iproute2'), program('python3', 'python3')]
/** How much of a shared text can be read. @type {readonly Need[]} */
const READING = [
  program('tesseract', 'tesseract-ocr'),
  file("Tesseract's English", '/usr/share/tesseract-ocr/5/tessdata/eng.traineddata', 'tesseract-ocr-eng'),
]
/** A desktop's own panel, into whose tray Parley's icon comes. @type {readonly Need[]} */
const PANEL = [
  program('xfce4-panel', 'xfce4-panel'),
  file('xfconfd', '/usr/share/dbus-1/services/org.xfce.Xfconf.service', 'xfconf'),
]

/** A relay of our own. @type {readonly Need[]} */
const RELAY = [program('turnserver', 'coturn')]

/** What operators put around the server, run with the guide's examples. @type {readonly Need[]} */
const HOSTING = [
  // Where only root's PATH leads.
  file('nginx', '/usr/sbin/nginx', 'nginx-light', 'nginx'),
  program('caddy', 'caddy'),
  program('systemd-analyze', 'systemd'),
  program('podman', 'podman'),
  program('crun', 'crun'),
  program('curl', 'curl'),
]

const DBUS = program('dbus-daemon', 'dbus-daemon', 'dbus')
/** What single unit tests call: a throw-away certificate, another process's memory, a bus. @type {readonly Need[]} */
const TOOLS = [program('openssl', 'openssl'), program('ps', 'procps'), DBUS]
/** Packages on the test runtime, and installing them. @type {readonly Need[]} */
const PACKING = [
  program('rpmbuild', 'rpm'),
  program('rpm2cpio', 'rpm2cpio', 'rpm'),
  program('cpio', 'cpio'),
  program('mksquashfs', 'squashfs-tools'),
  program('7z', 'p7zip-full', '7zip'),
  program('desktop-file-validate', 'desktop-file-utils'),
  program('appstreamcli', 'appstream'),
  // A repository of the tests' own.
  program('dpkg-scanpackages', 'dpkg-dev'),
  program('gpg', 'gnupg'),
  program('xdg-mime', 'xdg-utils'),
  // What a desktop does with a link, and what it knows of a window.
  program('gio', 'libglib2.0-bin'),
  program('xprop', 'x11-utils'),
  library('libnotify.so.4', 'libnotify4'),
  library('libsecret-1.so.0', 'libsecret-1-0'),
  library('libXtst.so.6', 'libxtst6'),
]

const NEEDS = {
  display: DISPLAY,
  electron: ELECTRON,
  browser: BROWSER,
  sound: SOUND,
  windows: WINDOWS,
  link: LINK,
  reading: READING,
  panel: PANEL,
  relay: RELAY,
  hosting: HOSTING,
  tools: TOOLS,
  packing: PACKING,
}
/** @typedef {keyof typeof NEEDS} Purpose */

/**
 * Installs what is missing where we may, else says in one line what is missing and the command.
 * @param {readonly Purpose[]} purposes
 * @param {{install: boolean}} options `install`: also when not root (--install-deps)
 * @returns {Promise<boolean>} whether all is there now
 */
export async function ensureSystemPackages(purposes, { install }) {
  if (process.platform !== 'linux') return true
  const missing = await findMissing(purposes)
  if (missing.length === 0) return true
  const what = missing.map((need) => need.what).join(', ')
  if (!isDebianFamily()) {
    say(`Missing on this machine: ${what}. Install them with your system's package manager.`)
    return false
  }
  if (!isRoot() && !install) {
    const names = missing.map((need) => need.packages.at(-1)).join(' ')
    say(
      `Missing on this machine: ${what}. Install with: sudo apt-get install -y ${names}   (or add --install-deps)`,
    )
    return false
  }
  return installMissing(missing, purposes)
}

/** @param {readonly Need[]} missing @param {readonly Purpose[]} purposes */
async function installMissing(missing, purposes) {
  say(`Installing what this machine lacks: ${missing.map((need) => need.what).join(', ')} …`)
  await apt(['update', '-q'])
  const names = await Promise.all(missing.map(availableName))
  const { code, stderr } = await apt(['install', '-y', '-q', '--no-install-recommends', ...names])
  if (code !== 0) say(stderr.trim().split('\n').at(-1) ?? '')
  const left = await findMissing(purposes)
  if (left.length > 0)
    say(`Still missing after the installation: ${left.map((need) => need.what).join(', ')}.`)
  return left.length === 0
}

/** @param {readonly Purpose[]} purposes */
async function findMissing(purposes) {
  const ldconfig = programPath('ldconfig') ?? '/sbin/ldconfig'
  const { stdout } = await runCommand(ldconfig, ['-p'])
  return purposes.flatMap((purpose) => NEEDS[purpose]).filter((need) => !need.isThere(stdout))
}

/** @param {Need} need */
async function availableName(need) {
  for (const name of need.packages) {
    const { code, stdout } = await runCommand('apt-cache', ['policy', name])
    if (code === 0 && stdout !== '' && !stdout.includes('Candidate: (none)')) return name
  }
  return need.packages[0] ?? need.what
}

/** @param {readonly string[]} args */
function apt(args) {
  // Offline, systemd starts no service: tests run these programs themselves, and a port of yours is none of ours.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', SYSTEMD_OFFLINE: '1' }
  if (isRoot()) return runCommand('apt-get', args, { env })
  // May ask for the password: the user passed --install-deps.
  return runCommand('sudo', ['apt-get', ...args], { env, show: true })
}

function isRoot() {
  return process.getuid?.() === 0
}

function isDebianFamily() {
  const file = '/etc/os-release'
  return (
    existsSync(file) &&
    /^ID(_LIKE)?=.*debian/m.test(readFileSync(file, 'utf8')) &&
    programPath('apt-get') !== null
  )
}
