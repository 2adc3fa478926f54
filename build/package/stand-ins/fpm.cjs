#!/usr/bin/env node
// Stands in for fpm where electron-builder can't download it: builds a deb with dpkg-deb or an rpm with rpmbuild from the
// words that electron-builder gives fpm. For packages on the test runtime only: it packs quickly, not small.
'use strict'
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { execFileSync } = require('node:child_process')

/** fpm's options with a value, and what we call it. */
const OPTIONS = {
  '-s': 'source',
  '-t': 'kind',
  '--architecture': 'architecture',
  '--description': 'description',
  '--version': 'version',
  '--package': 'file',
  '--name': 'name',
  '--maintainer': 'maintainer',
  '--vendor': 'vendor',
  '--url': 'url',
  '--license': 'license',
  '--category': 'category',
  '--after-install': 'afterInstall',
  '--after-remove': 'afterRemove',
  '--deb-priority': 'priority',
  '--deb-compression': 'compression',
  '--rpm-os': 'rpmOs',
  '--rpm-compression': 'compression',
  '--rpm-summary': 'summary',
}
/** electron-builder gives Debian's names for both. */
const RPM_ARCHITECTURES = { amd64: 'x86_64', arm64: 'aarch64' }

/** @param {string[]} words */
function readWords(words) {
  const read = { depends: [], recommends: [], mappings: [] }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (word === '--force') continue
    if (word === '-d') read.depends.push(words[(at += 1)])
    else if (word === '--deb-recommends') read.recommends.push(words[(at += 1)])
    else if (Object.hasOwn(OPTIONS, word)) read[OPTIONS[word]] = words[(at += 1)]
    else if (word.startsWith('-')) throw new Error(`fpm stand-in: ${word} isn't known to it`)
    else read.mappings.push(word.split('='))
  }
  return read
}

/** The files as they will lie on the disk. */
function fillRoot(root, mappings) {
  for (const [from, to] of mappings) {
    const target = path.join(root, to)
    fs.mkdirSync(from.endsWith('/') ? target : path.dirname(target), { recursive: true })
    if (from.endsWith('/')) execFileSync('cp', ['-a', `${from}.`, target])
    else {
      fs.copyFileSync(from, target)
      fs.chmodSync(target, 0o644)
    }
  }
  // Whoever unpacked Electron with a narrow umask must not keep it for root alone.
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', root])
}

function buildDeb(root, words) {
  const control = path.join(root, 'DEBIAN')
  const sizeKb = execFileSync('du', ['-sk', root]).toString().split(/\s/)[0]
  fs.mkdirSync(control)
  const [synopsis, ...more] = words.description.trim().split('\n')
  const fields = [
    ['Package', words.name],
    ['Version', words.version],
    ['Architecture', words.architecture],
    ['Maintainer', words.maintainer],
    ['Installed-Size', sizeKb],
    ['Depends', words.depends.join(', ')],
    ['Recommends', words.recommends.join(', ')],
    ['Section', words.category ?? 'net'],
    ['Priority', words.priority ?? 'optional'],
    ['Homepage', words.url],
    ['Description', [synopsis, ...more.map((line) => ` ${line.trim() || '.'}`)].join('\n')],
  ]
  const text = fields.flatMap(([name, value]) => (value ? [`${name}: ${value}\n`] : [])).join('')
  fs.writeFileSync(path.join(control, 'control'), text)
  for (const [name, script] of [
    ['postinst', words.afterInstall],
    ['postrm', words.afterRemove],
  ]) {
    fs.copyFileSync(script, path.join(control, name))
    fs.chmodSync(path.join(control, name), 0o755)
  }
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', root, words.file])
}

/** Files only, as fpm has it: no folder belongs to the package. */
function rpmFiles(root, below = '') {
  return fs.readdirSync(path.join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const at = `${below}/${entry.name}`
    return entry.isDirectory() ? rpmFiles(root, at) : [`"${at}"`]
  })
}

function buildRpm(root, words, work) {
  const quoted = (text) => text.replaceAll('%', '%%')
  const script = (file) => quoted(fs.readFileSync(file, 'utf8').replace(/^#!.*\n/, ''))
  const description = words.description.trim()
  const lines = [
    '%define _build_id_links none',
    '%define _binary_payload w3.zstdio',
    '%define __os_install_post %{nil}',
    '%define debug_package %{nil}',
    `Name: ${words.name}`,
    `Version: ${words.version}`,
    'Release: 1',
    `Summary: ${quoted(words.summary ?? description.split('\n')[0])}`,
    `License: ${words.license ?? 'unknown'}`,
    `Vendor: ${words.vendor ?? 'none'}`,
    `URL: ${words.url}`,
    `Packager: ${words.maintainer}`,
    'AutoReqProv: no',
    ...words.depends.map((needed) => `Requires: ${needed}`),
    '%description',
    quoted(description),
    '%install',
    `cp -a "${root}/." "%{buildroot}/"`,
    '%files',
    '%defattr(-,root,root,-)',
    ...rpmFiles(root).map(quoted),
    `%post -p /bin/bash\n${script(words.afterInstall)}`,
    `%postun -p /bin/bash\n${script(words.afterRemove)}`,
  ]
  const spec = path.join(work, 'package.spec')
  const architecture = RPM_ARCHITECTURES[words.architecture] ?? words.architecture
  fs.writeFileSync(spec, `${lines.join('\n')}\n`)
  const defines = [`_topdir ${work}/rpmbuild`, '_rpmfilename out.rpm'].flatMap((define) => [
    '--define',
    define,
  ])
  execFileSync('rpmbuild', ['-bb', '--quiet', '--target', `${architecture}-linux`, ...defines, spec])
  fs.copyFileSync(path.join(work, 'rpmbuild', 'RPMS', 'out.rpm'), words.file)
}

const words = readWords(process.argv.slice(2))
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-fpm-'))
try {
  const root = path.join(work, 'root')
  fs.mkdirSync(root)
  fillRoot(root, words.mappings)
  if (words.kind === 'deb') buildDeb(root, words)
  else if (words.kind === 'rpm') buildRpm(root, words, work)
  else throw new Error(`fpm stand-in: only deb and rpm, not ${words.kind}`)
} finally {
  fs.rmSync(work, { recursive: true, force: true })
}
